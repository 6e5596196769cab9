/** What the app runs on. The host can switch between desktop and phone. */
export const Platform = {
  isDesktop: true,
  isMobile: false,
  isDesktopApp: true,
  isMobileApp: false,
  isIosApp: false,
  isAndroidApp: false,
  isPhone: false,
  isTablet: false,
  isMacOS: false,
  isWin: false,
  isLinux: true,
  isSafari: false,
  resourcePathPrefix: '/vault/',
};

/** Makes the platform flags those of a phone (Android) or of a Linux desktop. */
export function setPlatform(phone: boolean): void {
  Object.assign(Platform, {
    isDesktop: !phone,
    isDesktopApp: !phone,
    isMobile: phone,
    isMobileApp: phone,
    isAndroidApp: phone,
    isPhone: phone,
  });
  document.body.toggleClass(['is-mobile', 'is-phone', 'is-android'], phone);
  document.body.toggleClass('mod-linux', !phone);
}
