// Danish words for the small pictures people send most, and for those that matter in a threat. The typeface cannot draw them;
// a number alone tells a reader nothing. Words say what is drawn, as Unicode names it, and never what may be meant.

export const pictureWords: Readonly<Record<string, string>> = {
  '😀': 'grinende ansigt', '😃': 'grinende ansigt', '😄': 'grinende ansigt', '😁': 'grinende ansigt', '😆': 'grinende ansigt', '😅': 'grinende ansigt med sved',
  '😂': 'ansigt med glædestårer', '🤣': 'ansigt, der ruller rundt og griner', '🙂': 'let smilende ansigt', '😊': 'smilende ansigt', '😉': 'blinkende ansigt',
  '😍': 'ansigt med hjerteøjne', '🥰': 'smilende ansigt med hjerter', '😘': 'ansigt, der sender et kys', '😎': 'ansigt med solbriller', '😏': 'skævt smil',
  '😐': 'neutralt ansigt', '🙄': 'ansigt, der ruller med øjnene', '😔': 'tænksomt ansigt', '😢': 'grædende ansigt', '😭': 'højlydt grædende ansigt',
  '😡': 'rødt surt ansigt', '😠': 'vredt ansigt', '🤬': 'ansigt med tegn for munden', '😤': 'ansigt med damp fra næsen', '😱': 'skrigende ansigt', '😨': 'bange ansigt',
  '🤔': 'tænkende ansigt', '🤫': 'ansigt, der tysser', '🤐': 'ansigt med lynlåsmund', '😈': 'smilende ansigt med horn', '👿': 'vredt ansigt med horn',
  '🤡': 'klovn', '👻': 'spøgelse', '💀': 'kranie', '☠': 'kranie med knogler', '👹': 'trold', '🙏': 'foldede hænder', '👍': 'tommel op', '👎': 'tommel ned',
  '👏': 'klappende hænder', '👊': 'knytnæve forfra', '✊': 'løftet knytnæve', '🖕': 'langfinger', '👌': 'ok-hånd', '👋': 'vinkende hånd', '👀': 'øjne', '👁': 'øje',
  '💋': 'kysmærke', '❤': 'hjerte', '💔': 'knust hjerte', '💕': 'to hjerter', '💖': 'glitrende hjerte', '🖤': 'sort hjerte', '🌹': 'rose', '💐': 'buket', '🎁': 'gave',
  '💍': 'ring', '🔪': 'køkkenkniv', '🗡': 'dolk', '⚔': 'krydsede sværd', '🔫': 'pistol', '💣': 'bombe', '💥': 'eksplosion', '🔥': 'ild', '🪓': 'økse', '🔨': 'hammer',
  '⚰': 'kiste', '🪦': 'gravsten', '🩸': 'bloddråbe', '💉': 'sprøjte', '🚬': 'cigaret', '⛓': 'kæder', '🔒': 'lås', '🔑': 'nøgle', '🏠': 'hus', '🚗': 'bil', '🚓': 'politibil',
  '🚔': 'politibil', '👮': 'politibetjent', '🚨': 'udrykningslys', '⏰': 'vækkeur', '⌛': 'timeglas', '📍': 'knappenål', '📷': 'kamera', '📸': 'kamera med blitz',
  '📞': 'telefonrør', '📱': 'mobiltelefon', '👶': 'spædbarn', '🐀': 'rotte', '🐷': 'gris', '🐍': 'slange', '💩': 'lort', '🤮': 'ansigt, der kaster op', '‼': 'to udråbstegn',
  '❗': 'udråbstegn', '❓': 'spørgsmålstegn', '⚠': 'advarsel', '🎉': 'festkanon', '💰': 'pengepose', '💪': 'overarm',
}
