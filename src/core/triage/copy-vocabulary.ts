/**
 * The few words that copies of a task need to have told: what carries no meaning, what negates, and verbs that
 * mean the same. Everything else is left to how rare a word is in the vault. All without accents.
 */

/** Words without a meaning of their own; what has one or two letters has none anyway. */
export const STOP_WORDS =
  'the for with from about and are been was its this that these those their our your his her they you she them ' +
  'whether when once will would should can could must has have had does did into regarding out over off than ' +
  'then there where who what how why all any each also just please make sure ensure need needs get give let set ' +
  'put back incl including via per more extra additional further another again still already only current ' +
  'possible look come action remember todo shared before after until while during prior against between ' +
  'together new der die das den dem des ein eine einen einem einer und oder mit fur von vom zum zur auf aus bei ' +
  'bis uber wegen nach vor noch les une aux dans pour par sur avec los las del con por para';

/** Words that turn a task into its opposite; what ends in `n't` does so too. */
export const NEGATIONS =
  'not no never nobody nothing none cannot nicht kein keine keinen nie ne pas jamais aucun nunca';

/** From these on, up to a comma, a sentence says why or when, and negates nothing that is to do. */
export const REASONS = 'so because since which if unless weil damit falls wenn parce si porque';

/** `Do not forget to` negates nothing. */
export const FORGET = 'forget vergessen oublier olvidar';

/** Verbs of tasks; those between two commas mean the same, those of two groups are different things to do. */
export const ACTIONS =
  'send share forward email mail circulate distribute schicken senden verschicken versenden envoyer transmettre enviar mandar,' +
  'write draft documents prepare create build develop compile produce schreiben verfassen erstellen vorbereiten ' +
  'rediger preparer creer escribir redactar preparar crear,' +
  'schedule arrange organise plan book reserve vereinbaren ausmachen organisieren planen buchen ' +
  'organiser planifier reserver organizar planificar reservar convocar,' +
  'review check verify examine inspect prufen uberprufen kontrollieren verifier revisar comprobar,' +
  'evaluate assess analyse investigate research bewerten evaluer analyser evaluar analizar,' +
  'finish complete finalise conclude,' +
  'postpone delay push reschedule verschieben reporter aplazar,' +
  'define specify determine nail pin festlegen definieren definir,decide agree choose entscheiden,' +
  'return bring,propose suggest,monitor track,provide grant,' +
  'cancel terminate absagen kundigen stornieren annuler resilier cancelar anular,' +
  'approve accept authorise genehmigen freigeben approuver valider aprobar,' +
  'reject decline refuse deny ablehnen refuser rechazar,' +
  'start begin launch initiate starten beginnen,' +
  'call phone ring anrufen appeler llamar,' +
  'ask request obtain fragen anfordern demander pedir solicitar,' +
  'chase follow contact reach ping nachfassen kontaktieren relancer contactar,' +
  'discuss talk speak clarify align besprechen abstimmen klaren,' +
  'tell inform notify know informieren informer informar avisar,' +
  'update revise refresh adjust amend aktualisieren anpassen uberarbeiten actualiser modifier actualizar,' +
  'fix repair resolve solve correct beheben reparieren reparer corriger arreglar,' +
  'collect gather sammeln,add include,remove delete drop entfernen loschen supprimer eliminar,' +
  'buy purchase order bestellen kaufen commander acheter comprar,' +
  'increase raise,reduce lower decrease,enable activate,disable deactivate,open,close,stop,sell,' +
  'hire recruit,sign unterschreiben signer firmar,pay bezahlen payer pagar,test testen,install,train,' +
  'publish release veroffentlichen publier publicar,submit hand,confirm,read,design,extend,summarise,remind,renew,explain,' +
  'present show demonstrate prasentieren,translate ubersetzen,compare,archive,scan digitise,measure,' +
  'replace exchange swap,migrate,invite,introduce,print,negotiate,claim,deliver,move';

/** A verb with one of these behind it may mean something else: call off, sign off, hand over. */
export const PARTICLES = /^(?:off|over|out|away|back|down|through|up|together|into)$/i;

/** Months, days of the week and numbers: those between two commas are one. */
export const MONTHS =
  'jan january januar janvier enero,feb february februar fevrier febrero,mar march marz mars marzo,' +
  'apr april avril abril,may mai mayo,jun june juni juin junio,jul july juli juillet julio,' +
  'aug august aout agosto,sep sept september septembre septiembre,oct october okt oktober octobre octubre,' +
  'nov november novembre noviembre,dec december dez dezember decembre diciembre';
export const DAYS =
  'monday montag lundi lunes,tuesday dienstag mardi martes,wednesday mittwoch mercredi miercoles,' +
  'thursday donnerstag jeudi jueves,friday freitag vendredi viernes,saturday samstag samedi sabado,' +
  'sunday sonntag dimanche domingo';
export const NUMBERS = '1,two,three,four,five,six,seven,eight,nine,ten';
