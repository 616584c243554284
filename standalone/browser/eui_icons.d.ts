// EUI's type file names these modules under `src/` only.
declare module '@elastic/eui/es/components/icon/icon' {
  export { appendIconComponentCache } from '@elastic/eui/src/components/icon/icon';
}
declare module '@elastic/eui/es/components/icon/assets/*' {
  export { icon } from '@elastic/eui/src/components/icon/assets/user';
}
