import type { ComponentChildren } from 'preact';

function Icon({ children, size = 20 }: { children: ComponentChildren; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      {children}
    </svg>
  );
}

export const CloseIcon = () => (
  <Icon>
    <path d="m6 6 12 12M18 6 6 18" />
  </Icon>
);
export const SendIcon = () => (
  <Icon>
    <path d="M12 19V5.5M5.5 12 12 5.5l6.5 6.5" />
  </Icon>
);
export const PersonIcon = () => (
  <Icon size={22}>
    <circle cx="12" cy="8.5" r="3.7" />
    <path d="M4.8 19.5c.8-3.7 3.7-5.5 7.2-5.5s6.4 1.8 7.2 5.5" />
  </Icon>
);
export const SparkIcon = ({ size = 18 }: { size?: number }) => (
  <Icon size={size}>
    <path d="M12 3.5c.7 4.6 3.2 7.3 8 8.5-4.8 1.2-7.3 3.9-8 8.5-.7-4.6-3.2-7.3-8-8.5 4.8-1.2 7.3-3.9 8-8.5Z" />
  </Icon>
);
export const LockIcon = () => (
  <Icon>
    <rect x="5" y="10.5" width="14" height="9.5" rx="2.5" />
    <path d="M8 10.5V8a4 4 0 0 1 8 0v2.5" />
  </Icon>
);
export const ShieldIcon = () => (
  <Icon>
    <path d="M12 3.5 19 6v5.5c0 4.3-2.8 7.3-7 9-4.2-1.7-7-4.7-7-9V6l7-2.5Z" />
    <path d="m9 12 2.2 2.2L15.2 10" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon size={16}>
    <path d="m5 12.5 4.5 4.5L19 7.5" />
  </Icon>
);
export const ThumbIcon = () => (
  <Icon size={18}>
    <path d="M4 11h3v9H4zm3 0 4-7c2 0 2 1 2 2v4h6c1 0 2 1 1.5 2L19 19c0 1-1 1-2 1H7" />
  </Icon>
);
export const AwayIcon = () => (
  <Icon size={16}>
    <path d="M8 16 16.5 7.5M9.5 7.5h7v7" />
  </Icon>
);
export const DownIcon = () => (
  <Icon size={16}>
    <path d="M12 5v13m-6-6 6 6 6-6" />
  </Icon>
);
export const ForwardIcon = () => (
  <Icon size={18}>
    <path class="flip" d="m9.5 6 6 6-6 6" />
  </Icon>
);
export const AlertIcon = () => (
  <Icon size={28}>
    <path d="M12 4 21 19.5H3L12 4Z" />
    <path d="M12 10v4.5m0 2.2v.1" />
  </Icon>
);

/** One of five faces, drawn from its level: 1 is the saddest. */
export const FaceIcon = ({ level }: { level: number }) => (
  <Icon size={30}>
    <circle cx="12" cy="12" r="9" />
    <path d="M9 9.5v.6M15 9.5v.6" />
    <path
      d={`M${level === 3 ? 8.5 : 7.5} ${15 - (level - 3) * 0.8}q${level === 3 ? 3.5 : 4.5} ${(level - 3) * 3.2} ${level === 3 ? 7 : 9} 0`}
    />
  </Icon>
);
