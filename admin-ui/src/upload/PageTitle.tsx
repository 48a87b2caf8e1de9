import { useEffect, useRef } from 'react';

interface PageTitleProps {
  text: string;
  /** A page that replaces the form takes the focus, so that a screen reader starts at its title. */
  takeFocus?: boolean;
}

export function PageTitle({ text, takeFocus = false }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${text} – HMS-kort`;
  }, [text]);
  useEffect(() => {
    if (takeFocus) heading.current?.focus();
  }, [takeFocus]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {text}
    </h1>
  );
}
