/** What phones, hurry and habit make of words, and what is meant. Folded, as it stands between blanks. */
const written = `
u you; ur your; r are; pls please; plz please; plss please; pleaes please; plase please; pleae please; pleas please; pelase please; plesae please; coudl could; cuold could; woudl would; wolud would; shoud should; pliz please; kindly please; thx thanks; tx thanks; thnx thanks; thks thanks
ty thanks; tysm thanks; cheers thanks; im i am; ive i have; dont do not; doesnt does not; didnt did not; isnt is not
arent are not; wasnt was not; werent were not; cant can not; cannot can not; couldnt could not; wouldnt would not
shouldnt should not; wont will not; won't will not; can't can not; shan't shall not; havent have not; hasnt has not; hadnt had not
aint is not; ain't is not; whats what is; wats what is; wat what; wht what; wut what; hows how is; wheres where is; whos who is; whens when is
thats that is; theres there is; lets let us; gimme give me; lemme let me; wanna want to; gonna going to; gotta have to
dunno do not know; cuz because; coz because; bc because; b4 before; w/ with; wo without; abt about; plse please; asap asap
cn can; cld could; cud could; wud would; shud should; wld would; shld should; cld could; wich which; whch which; wch which; tho though; thru through
pleez please; lmk let me know; kmp keep me posted; mebbe maybe; nvm never mind; idk do not know; teh the; hte the; th the; tha the; taht that; adn and; nad and; fo of; fro for; fr for; iin in; inn in; ot to; waht what; whta what; wehn when; hwo how; ho how
yu you; yuo you; yoru your; mee me; mi my; ok ok; okay ok; okey ok; k ok; yep yes; yeah yes; yup yes; yea yes; ya yes; ye yes; nope no; nah no; naw no
prd prod; env environment; envs environments; vnets vnet; netw network; ntwk network; nw network; ws workspace; wss workspaces; wkspace workspace; wksp workspace
wrkspace workspace; wrkspaces workspaces; wkspc workspace; wrksp workspace; req request; reqs requests; rq request; rqst request; appr approve; perms permissions
info information; infos information; config configuration; conf configuration; diff difference; btw btw; fyi fyi; rn now; atm now; tmrw tomorrow; smth something; sth something
whcih which; wether whether; diffrence difference; priv private; pub public; comms communication; docu documentation; doco documentation
svp please; stp please; sivouplait please; siouplait please; merki merci; mci merci; mrc merci; bjr bonjour; bsr bonsoir; slt salut; cc coucou; dsl desole; jpeux je peux; jveux je veux; jvoudrais je voudrais; jaimerais je aimerais
jai je ai; chuis je suis; jsuis je suis; chui je suis; jsp je sais pas; c ce est; cest ce est; ct ce etait; koi quoi; pkoi pourquoi; pq pourquoi; pk pourquoi; pkw pourquoi; prq pourquoi
ke que; ki qui; kan quand; qd quand; kel quel; kelle quelle; qqn quelqu un; qqun quelqu un; qqch quelque chose; qquun quelqu un; ds dans; ac avec; av avec; tt tout; tte toute; ts tous; tjs toujours; tjrs toujours
bcp beaucoup; cmt comment; cmb combien; cb combien; pr pour; pcq parce que; psk parce que; mnt maintenant; mtn maintenant; auj aujourdhui; dem demande; dmd demande; rdv rendez vous; nn non; ui oui; ouais oui; ouep oui; yes yes
dispo disponible; dispos disponibles; msg message; qq quelques; ya il y a; yavait il y avait; jcrois je crois; tkt pas de probleme; pb probleme; pbs problemes; pbm probleme
res reseau; rzo reseau; rezo reseau; edt espace de travail; etait etait; keskon que est ce que on; keski que est ce qui; jarrive je arrive; nimporte ne importe
quelqu'un quelqu un; d'accord de accord; d'acc de accord; dacc de accord; dac de accord; jusqu'a jusque a; n° numero; nb nombre
`

export const shorthand: ReadonlyMap<string, readonly string[]> = new Map(
  written
    .split(/[;\n]/)
    .map(each => each.trim().split(' '))
    .filter(([first]) => first !== '')
    .map(([short = '', ...meant]) => [short, meant]),
)
