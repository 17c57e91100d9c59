import { useRef } from "react";

/**
 * Whether a mouse button or a finger is down on an element. What unfolds already then, because the focus
 * came, moves the target away before the press ends, and the press is lost.
 */
export function usePressing() {
  const pressing = useRef(false);
  const onPointerDown = () => {
    pressing.current = true;
    const end = () => {
      pressing.current = false;
      for (const type of ENDS) removeEventListener(type, end, true);
    };
    for (const type of ENDS) addEventListener(type, end, true);
  };
  return { pressing, onPointerDown };
}

const ENDS = ["pointerup", "pointercancel", "dragend"] as const;
