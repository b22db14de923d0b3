/** Whether a title is meant: one that holds the text, where `*` stands for anything. Case does not matter. */
export function titlePattern(pattern: string): (title: string) => boolean {
  const parts = pattern.normalize('NFC').toLowerCase().split('*');
  return (title) => {
    const text = title.toLowerCase();
    let from = 0;
    for (const part of parts) {
      const at = text.indexOf(part, from);
      if (at < 0) return false;
      from = at + part.length;
    }
    return true;
  };
}
