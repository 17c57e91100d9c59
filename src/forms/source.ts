/** What every user of a proposed edition is told, wherever its source would stand. */
export const PROPOSED_NOTE = "đề xuất, chưa theo văn bản của cấp có thẩm quyền";
