// How Web Chat looks: the partner's colour, one font for Latin and Japanese, buttons that wrap on a phone.
const font = getComputedStyle(document.documentElement).getPropertyValue('--font');
const narrow = matchMedia('(max-width: 640px)').matches;

export const styleOptions = ({ accent, onAccent, botInitials }) => ({
  accent,
  primaryFont: font,
  monospaceFont: 'ui-monospace, Consolas, monospace',
  backgroundColor: '#FFFFFF',
  subtle: '#5A6472',
  paddingRegular: 12,
  paddingWide: 16,
  avatarSize: 32,
  botAvatarInitials: botInitials,
  botAvatarBackgroundColor: accent,
  userAvatarInitials: undefined,
  bubbleBackground: '#F1F4F8',
  bubbleBorderWidth: 0,
  bubbleBorderRadius: 14,
  bubbleTextColor: '#1B2430',
  bubbleMaxWidth: 560,
  bubbleFromUserBackground: accent,
  bubbleFromUserBorderWidth: 0,
  bubbleFromUserBorderRadius: 14,
  bubbleFromUserTextColor: onAccent,
  hideUploadButton: true,
  // An answer that is longer than the window is shown from its beginning, unless the customer has scrolled up.
  autoScrollSnapOnPage: true,
  sendBoxBackground: '#FFFFFF',
  sendBoxHeight: 52,
  sendBoxTextWrap: true,
  sendBoxButtonColor: '#3B4654',
  sendBoxButtonShadeColorOnHover: '#E6EBF1',
  sendBoxPlaceholderColor: '#5A6472',
  suggestedActionLayout: narrow ? 'stacked' : 'flow',
  suggestedActionsStackedLayoutButtonTextWrap: true,
  suggestedActionsStackedHeight: 240,
  suggestedActionsStackedOverflow: 'auto',
  suggestedActionBackgroundColor: '#FFFFFF',
  suggestedActionBorderColor: '#8A94A3',
  suggestedActionBorderRadius: 18,
  suggestedActionBorderWidth: 1,
  suggestedActionTextColor: '#1B2430',
  suggestedActionBackgroundColorOnHover: '#F1F4F8',
  suggestedActionHeight: 38,
  timestampColor: '#5A6472',
});

/** Web Chat's own host configuration, with colours that can be read on the bubble: its red and orange are too light there. */
export const cardLooks = ({ accent }) => ({
  containerStyles: {
    default: {
      foregroundColors: {
        default: { default: '#1B2430', subtle: '#5A6472' },
        accent: { default: accent, subtle: accent },
        attention: { default: '#B3261E', subtle: '#B3261E' },
        good: { default: '#0B6A0B', subtle: '#0B6A0B' },
        warning: { default: '#8F4700', subtle: '#8F4700' },
      },
    },
  },
  supportsInteractivity: true,
  fontFamily: font,
  imageSizes: { small: 40, medium: 80, large: 160 },
  actions: {
    actionAlignment: 'stretch',
    actionsOrientation: 'vertical',
    buttonSpacing: 8,
    maxActions: 100,
    showCard: { actionMode: 'inline', inlineTopMargin: 8 },
    spacing: 'default',
  },
  adaptiveCard: { allowCustomStyle: false },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 150 },
    value: { wrap: true },
    spacing: 8,
  },
  textBlock: { headingLevel: 2 },
});
