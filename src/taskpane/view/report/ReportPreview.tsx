import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { forwardRef } from "react";
import type { DocumentContent } from "../../../document/content.js";
import type { Paragraph, Run, Section } from "../../../narrative/section.js";
import { a1 } from "../../../values/address.js";
import { useTexts } from "../../texts/use-texts.js";
import { useSession } from "../use-session.js";

const useStyles = makeStyles({
  hint: { margin: "0 0 8px", fontSize: "13px", color: tokens.colorNeutralForeground2 },
  title: { margin: 0, fontSize: "16px", fontWeight: tokens.fontWeightSemibold },
  paper: {
    fontFamily: '"Times New Roman", "Liberation Serif", serif',
    fontSize: "16px",
    lineHeight: 1.4,
    padding: "12px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  subject: { margin: "0 0 8px", textAlign: "center", fontWeight: "bold", whiteSpace: "pre-line" },
  window: { margin: "0 0 8px", textAlign: "center", fontStyle: "italic" },
  heading1: { margin: "14px 0 6px", fontSize: "16px", fontWeight: "bold" },
  heading2: { margin: "12px 0 4px", fontSize: "16px", fontWeight: "bold" },
  heading3: { margin: "10px 0 4px", fontSize: "16px", fontWeight: "bold", fontStyle: "italic" },
  paragraph: { margin: "0 0 6px" },
  own: { borderLeft: `3px solid ${tokens.colorNeutralStroke1}`, paddingLeft: "8px" },
  empty: { margin: "0 0 6px", color: tokens.colorNeutralForeground3, fontStyle: "italic" },
  fact: { fontFamily: "inherit", fontSize: "inherit", lineHeight: "inherit" },
});

const BULLETS = { plain: "", dash: "- ", plus: "+ " } as const;

/** The report's words as they would be printed now. Every number is a link to its cell. */
export const ReportPreview = forwardRef<HTMLElement, { readonly content: DocumentContent }>(
  function ReportPreview({ content }, ref) {
    const styles = useStyles();
    const { report: texts } = useTexts();
    const { framing, sections } = content;
    return (
      <div>
        <h2 className={styles.title}>{texts.preview}</h2>
        <p className={styles.hint}>{texts.previewHint}</p>
        <article className={styles.paper} ref={ref} lang="vi" data-testid="report-preview">
          <p className={styles.subject}>
            BÁO CÁO{"\n"}
            {framing.subject}
          </p>
          {framing.dataWindow !== null && <p className={styles.window}>{framing.dataWindow}</p>}
          <p className={styles.paragraph}>{framing.opening}</p>
          {sections.map((section, index) => (
            <SectionView key={section.id} section={section} last={endsHere(sections, index)} />
          ))}
          <p className={styles.paragraph}>{framing.closing}</p>
        </article>
      </div>
    );
  },
);

function SectionView({ section, last }: { readonly section: Section; readonly last: boolean }) {
  const styles = useStyles();
  const { report: texts } = useTexts();
  const Heading = `h${section.level + 2}` as "h3" | "h4" | "h5" | "h6";
  const look = { 1: styles.heading1, 2: styles.heading2, 3: styles.heading3, 4: styles.heading3 }[
    section.level
  ];
  return (
    <section data-section={section.id}>
      <Heading className={look}>
        {section.number}. {section.heading}
      </Heading>
      {section.paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name but their place
        <ParagraphView key={index} paragraph={paragraph} />
      ))}
      {last && section.paragraphs.length === 0 && <p className={styles.empty}>{texts.empty}</p>}
    </section>
  );
}

function ParagraphView({ paragraph }: { readonly paragraph: Paragraph }) {
  const styles = useStyles();
  const { report: texts } = useTexts();
  const own = paragraph.origin === "own";
  return (
    <p className={mergeClasses(styles.paragraph, own && styles.own)} title={own ? texts.own : undefined}>
      {BULLETS[paragraph.bullet]}
      {paragraph.runs.map((run, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: runs have no name but their place
        <RunView key={index} run={run} />
      ))}
    </p>
  );
}

function RunView({ run: { text, fact } }: { readonly run: Run }) {
  const styles = useStyles();
  const { report: texts } = useTexts();
  const session = useSession();
  const address = fact?.address ?? null;
  if (address === null) return text;
  const cell = a1(address);
  return (
    <Link
      as="button"
      inline
      className={styles.fact}
      title={texts.factGoTo(text, address.sheet, cell)}
      onClick={() => void session.select(address)}
      data-testid="fact"
      data-sheet={address.sheet}
      data-cell={cell}
    >
      {text}
    </Link>
  );
}

/** True where no smaller section follows under this one. */
function endsHere(sections: readonly Section[], index: number): boolean {
  const [here, next] = [sections[index], sections[index + 1]];
  return here !== undefined && (next === undefined || next.level <= here.level);
}
