import React, { type SVGProps } from 'react';

interface IconProps extends SVGProps<SVGSVGElement> {
  readonly title?: string;
  readonly titleId?: string;
}

/** An icon for EUI, whose own chevrons are called otherwise in Kibana 9.1 than in later versions. */
const chevron =
  (path: string) =>
  ({ title: _title, titleId: _titleId, ...props }: IconProps) => (
    <svg width={16} height={16} viewBox="0 0 16 16" {...props} aria-hidden>
      <path d={path} fill="none" stroke="currentColor" />
    </svg>
  );

export const ChevronDown = chevron('m2 5 6 6 6-6');
export const ChevronLeft = chevron('m11 2-6 6 6 6');
export const ChevronRight = chevron('m5 2 6 6-6 6');
