/**
 * The few words that copies of a task need to have told: what carries no meaning, what negates, and verbs that
 * mean the same. English, German, French and Spanish; everything else is left to how rare a word is in the vault.
 */

/** Words without a meaning of their own, folded. */
export const STOP_WORDS =
  'a an the to of for on in at by with from about and or as is are be been was it its this that these those their ' +
  'our your my his her we they i you he she us them so if whether when once will would should can could must has ' +
  'have had do does did into re regarding up out over off than then there where which who what how why all any ' +
  'each also just please make sure ensure need needs get give let go set put back incl including via per ' +
  'more extra additional further another again still already also only current possible look come ' +
  'action remember todo shared before after until while during prior against between since because together let new ' +
  'der die das den dem des ein eine einen einem einer und oder mit fur von vom zu zum zur im am auf aus bei bis ' +
  'uber um wegen nach vor sich ist sind es wir sie er noch auch dass ob als wie neue neuen ' +
  'le la les l d un une du de et ou au aux en dans pour par sur avec chez ce cette ces son sa ses qui que qu est ' +
  'avant apres mettre jour el los las unos unas y o del al por con sobre se su sus lo antes';

/** Words that turn a task into its opposite, folded; what ends in `n't` does so too. */
export const NEGATIONS =
  'not no never nobody nothing none cannot dont nicht kein keine keinen keinem keiner nie niemals niemand ne pas ' +
  'jamais aucun aucune nunca jamas ningun ninguna';

/** From these on, up to a comma, a sentence says why or when, and negates nothing that is to do. */
export const REASONS = 'so because since which if unless weil damit falls wenn parce afin si porque';

/** `Do not forget to` negates nothing. */
export const FORGET = 'forget vergessen oublier olvidar';

/** Verbs of tasks; those of one line mean the same, those of two lines are different things to do. */
export const ACTIONS =
  'send share forward email mail circulate distribute schicken senden verschicken versenden verteilen envoyer ' +
  'transmettre enviar mandar\n' +
  'write draft documents prepare create build develop compile produce schreiben verfassen erstellen vorbereiten ' +
  'rediger preparer creer escribir redactar preparar crear\n' +
  'schedule arrange organise plan book reserve vereinbaren ausmachen organisieren planen buchen reservieren ' +
  'organiser planifier reserver organizar planificar reservar convocar\n' +
  'review check verify examine inspect prufen uberprufen kontrollieren verifier relire revisar comprobar\n' +
  'evaluate assess analyse investigate research bewerten evaluer analyser evaluar analizar\n' +
  'finish complete finalise conclude abschliessen finaliser finalizar\n' +
  'postpone delay push reschedule verschieben reporter aplazar\n' +
  'define specify determine nail pin festlegen definieren definir\ndecide agree choose entscheiden decider decidir\n' +
  'return bring\npropose suggest vorschlagen proposer proponer\nmonitor track\nprovide grant\n' +
  'cancel terminate absagen kundigen stornieren annuler resilier cancelar anular\n' +
  'approve accept authorise genehmigen freigeben approuver valider aprobar\n' +
  'reject decline refuse deny ablehnen refuser rechazar\n' +
  'start begin launch initiate starten beginnen commencer demarrer empezar iniciar\n' +
  'call phone ring anrufen telefonieren appeler llamar\n' +
  'ask request obtain fragen anfordern demander pedir solicitar\n' +
  'chase follow contact reach ping nachfassen kontaktieren relancer contactar\n' +
  'discuss talk speak clarify align besprechen abstimmen klaren discuter hablar\n' +
  'tell inform notify know informieren informer informar avisar\n' +
  'update revise refresh adjust amend aktualisieren anpassen uberarbeiten actualiser modifier actualizar modificar\n' +
  'fix repair resolve solve correct beheben reparieren reparer corriger arreglar\n' +
  'collect gather sammeln collecter recopilar\n' +
  'add include hinzufugen ajouter anadir\n' +
  'remove delete drop entfernen loschen supprimer eliminar borrar\n' +
  'buy purchase order bestellen kaufen commander acheter comprar\n' +
  'increase raise\nreduce lower decrease\nenable activate\ndisable deactivate\nopen\nclose\nstop\nsell\n' +
  'hire recruit einstellen recruter contratar\n' +
  'sign unterschreiben signer firmar\npay bezahlen payer pagar\ntest testen tester probar\ninstall\ntrain\n' +
  'publish release veroffentlichen publier publicar\nsubmit hand\nconfirm\nread\ndesign\nextend\nsummarise\nremind\nrenew\nexplain\n' +
  'present show demonstrate prasentieren presenter presentar\ntranslate ubersetzen traduire traducir\ncompare\n' +
  'archive\nscan digitise\nmeasure\nreplace exchange swap\nmigrate\ninvite\nintroduce\nprint\nnegotiate\nclaim\ndeliver\nmove';

/** A verb with one of these behind it means something else: call off, sign off, hand over. */
export const PARTICLE = /^(?:off|over|out|away|back|down|through)$/;

/** A month by its name or abbreviation, folded: the number of the group that matched is the month. */
export const MONTH = new RegExp(
  '^(?:(jan(?:uary?|uar|vier)?|enero)|(feb(?:ruary?|ruar|rero)?|fev(?:rier)?)|(mar(?:ch|z|s|zo)?)|' +
    '(apr(?:il)?|avr(?:il)?|abr(?:il)?)|(ma[iy]o?)|(june?|juin|juni|junio)|(july?|juil(?:let)?|juli|julio)|' +
    '(aug(?:ust)?|aout|agosto)|(sept?(?:i?embre|ember)?)|(o[ck]t(?:ober|obre|ubre)?)|(nov(?:i?embre|ember)?)|' +
    '(de[cz](?:embre|ember)?|dic(?:iembre)?))$',
);

/** A day of the week, folded. */
export const WEEKDAY = new RegExp(
  '^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwoch|' +
    '(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo)$',
);
