# SPDX-License-Identifier: GPL-3.0-or-later
# ruff: noqa: E501, SIM905
"""The French word list: 7,776 words for generated passphrases, sorted, plain letters only.

From the French list by Tango in diceware 1.0.1 (GPL-3.0-or-later, also used by Tails), changed: words
that would hurt in this setting, and one word that was there twice, gave way to others.
"""

from typing import Final

WORDS_FR: Final = tuple(
    """
abaisse abandon abaque abattre abbaye abdiquer abdomen abeille aberrant abject abjecte abjurer ablation abolir abondant abonder abonna abonner abord aborda abordage aborder aboutir aboutit aboyer aboyeur
abreuver abri abricot abricotier abrita abriter abroger abrupte acabit acacia acajou acarien accabler accalmie accent accepta accepter accident acclamer accolade accoler accord accorder accoter accouder
accourir accouru accroc accroche accroire accru accueil acculer acerbe acharne acharner achat achetant acheter acheteur achevant achever achopper achrome acide aciduler acier acolyte acompte acquiert
acquit acre acrobate acronyme acropole actant acter acteur actif action activa activant active activer activeur actrice actuel adage adagio adaptant adapter additif addition additive adepte adieu adieux
adipeux adipique adjacent adjectif adjoint adjointe adjudant adjuger adjuvant admettre admirant admirer admit adonner adoptant adopte adoptent adopter adoptif adoption adoptive adorable adorer adouba
adoubant adouber adoucir adroit adroite aduler advenir adverbe affable affadir affaire affairer affaler affamant affamer affameur affect affecter affectif affermir afficha afficher affilage affiler
affilier affinage affinant affine affiner affineur affirmer affliger afflouer affluant afflue affluent affluer afflux affolant affoler affreux affront afghan afghane afin afocal afocaux africain agace
agacer agacerie agape agaric agate agave agence agencer agenda agent aggraver agile agio agir agiter agneaux agonie agoniser agora agrafage agrafant agrafe agrafer agraire agrandir agricole agripper
agronome agrume aguerrir aguicher ahuri aidant aide aider aigle aiglefin aiglon aigre aigrefin aigrelet aigrette aigreur aigrir aigu aiguille aile aileron ailette ailier ailler ailloli aimable aimant
aimanter aime aimer aine airain aire airelle ajointer ajonc ajour ajourer ajourner ajout ajoutant ajouter alambic alanguir alarmant alarme alarmer album albumen albumine alcalin alcaline alchimie alcool
alentour alertant alerte alerter alevin algue alibi alignant aligner aliment aliter allaiter allemand aller allergie alliage alliance alliant allier allonge allonger allouer allumage allumant allumer
allumeur allure alluvion almanach aloi alouette alourdir alpage alpaguer alpe alphabet alpin alpine alterner altier altitude alun aluner alunir amadouer amaigrir amande amandier amanite amant amante
amarante amarrage amarre amarrer amateur amazone ambiance ambiant ambiante ambigu ambition ambre ambulant amen amenant amende amender amener amer amerrir amertume ameublir ameuter amiable amiante amical
amicale amicaux amidon amie amincir amiral amirale amiraux ammoniac amochant amocher amollir amont amoral amoraux amorce amorcer amorphe amortir amortit amour amoureux amovible amphi amphibie amphore ample
ampleur ampli ampoule amputer amulette amygdale anaconda anaphore anarchie anatomie anaux ancien ancienne ancrage ancrant ancre ancrer andalou anecdote aneth ange angelot angevin angevine angine angiome
angle anglican angora anguille anguleux anhydre animal animant animaux anime animer anneau anneaux annelant anneler annexant annexe annexer annexion annonce annoncer annoter annuaire annuel annuelle annula
annulant annuler anobli anode anodin anodine anomalie anonymat anonyme anorak anorexie anormal anormale anormaux antan antenne anthrax antichar antidote antigang antigel antihalo antilope antimite antipode
antique antivol antonyme antre anxieux aorte aortique apache apanage apathie apatride apeurant apeurer apex aphone aphonie aphte apitoyer aplani aplanie aplanir aplat aplatir aplomb apode apollon apologie
appairer apparat appareil apparent appeau appeaux appel appelant appeler appoint apponter apport apporter apprenti approche appui appuyant appuyer apte aptitude aquarelle aquarium aqueduc aqueux aquilin
arabe arabica arabique arable arachide arbitre arbitrer arborant arborer arbre arcade arcane arceau arceaux archange arche archer archerie archet archiduc archipel archive archiver archonte arctique ardent
ardente ardeur ardu argent argentin argile argileux argon argot arguer argument aride arlequin armada armagnac armateur armature armoire armure armurier arnaque arnaquer arnica aromate arpent arpenter
arracher arranger arrimage arrimer arrivage arrivant arriver arrogant arroger arrondir arrondit artefact arthrite article artifice arythmie atelier atlante atoll atome atomique atonal atone atonie atour
atout atrium atroce atrophie atropine attabler attache attacher attaque attaquer attarder atteint atteinte attelage atteler attelle attenant attend attendre attendu attendue attentat attente attenter
attentif atterrer atterrir atterrit attirail attirant attire attirer attitrer attitude attrait attraper attribua attribut atypique aubade aubaine aube auberge auburn aucun aucune audace audible audience
audio audit auditeur auditif audition auditive augurer aulne aune auquel aura aurore autant autarcie autel auteur auto autocar automate automnal automne autonome autour autre autruche autrui auvent avachir
aval avalant avaler avance avancer avant avantage avare avarice avatar avec aven avenant avenante avenir aventure avenue avertir aveu aveugle aveugler aveux aviaire aviateur aviation avide avilir aviner
avion aviron avocat avocate avoine avoir avorter avouable avouer avril axer axiome ayant ayez azimut azote azur azurite azyme baba babiller babine babiole babouche babouin bachoter bacille badaud badge
badinage badiner baffer baffle bafouer bagage bagarre bagarrer bagnard bagne bagnole bague baguer baguette bahut baie baignade baigner baigneur bail bailler bailleur bain bajoue bajoyer bakchich baklava
baladant balade balader baladeur balafrer balai balance balancer balayage balayant balayer balayeur balcon baleine ballade balle baller ballet ballon ballot balte baluchon bambin bambou banane bananier
banc bancaire bancal bancale banco bandage bande bandeau bandeaux banjo banlieue bannette bannir banque banquer banquet banquier baobab baquet baraque baraquer baratin barbant barbaque barbare barbarie
barbe barbecue barbiche barbier barboter barbu bardage barde barge baril barillet barioler baron baronne baronnie baroque barouder barque barrage barrant barre barreau barreaux barrer barrette barreur
barrique basilic bataclan bataille batavia bateau bateaux batelage bateleur batelier battage battant battante batterie batteur battre battu battue baudet baudrier baudroie baume bauxite bavant bavard
bavarder bave baver bavette baveux bavoir bavure bazar bazarder bazooka beagle beatnik beau beaucoup beauf beaux becquer bedaine bedon bedonner beffroi beige beigne beignet belette belge belle belote
belouga bengali benjamin benne bercail berceau berceaux bercer berceur berge berger bergerie berline bermuda berne beugler beurre beurrer beurrier beuverie bibelot biberon bibine bible biblique biche
bichette bichon bicolore bicoque bicorne bicycle bide bidet bidoche bidon bidonner bidule bief bielle bien bienfait biennal biennale biennaux bienvenu biface bifocal bifocale bifocaux bigamie bigleux
bigoudi bigre bijou bijoux bikini bilan bile bileux biliaire bilingue billard bille billet billion bimane bimoteur binage binaire biner binette bingo biocide biologie biotope bipied biplace biplan bique
biquet biquette bitonal bitumage bitumer bitumeux bivouac bizarre bizutage blafard blafarde blague blaguer blagueur blaireau blanc blanche blanchir blatte blazer bled bleu bleue bleuet bleui bleuie bleuir
blindage blindant blinde blinder blizzard bloc blocage blond blonde blondeur blondir bloquant bloque bloquer blottir bluff bluffant bluffer bluffeur bobard bobine bobo bocal bocaux boeuf boire boitant
boite boiter boiteux bolet bolide bollard bombage bombant bombante bombe bomber bonbon bonbonne bond bonder bondir bonheur bonhomie bonhomme bonifier boniment bonjour bonne bonnet bonze boom bord border
bordure borgne borner botte botter bottin bottine bouc boucan bouche boucher bouchon boucle boucler bouclier bouddha bouder boudeur boudoir boue boueux bouffant bouffe bouffer bouffi bougeoir bouger bougie
bougon bougre bouillir bouillon boulange boule bouleau bouleaux boulet boulette boulier boulimie boulon boulot boum bouquet bouquin bourbier bourbon bourde bourdon bourg bourgade bourgeon bout boutade
bouter boutique bouton bouture bovin boxe boxer boxeur boyau bracelet brader braderie brailler brancard brancher brandir braquage braquer bravade braver bravo bravoure bref brelan breloque bretelle breton
bretteur breuvage brevet bricole brider brie brigade brigand brillant brille briller brimade brimer brin bringue brio brioche brique briquer brise broc brocante broche brochet brochure brocoli broder
broderie broie brome bronche broncher bronzage bronze bronzer brouette brouille brouter broyer broyeur bruine bruit brume brumeux brun brune brutal brute bruyant bruyante buccal budget buffet bulbe bulgare
bulle bulletin bureau bureaux burin butane buter butin butiner butte buvard buvette buveur byzantin cabane cabanon cabaret cabine cabinet cabrer cabriole cacao cachalot cachant cache cacher cachet cachette
cachou cadeau cadeaux cadence cadet cadette cadrage cadre cadrer cadreur cafard cage cageot cagibi cagnotte cagoule cahier caille caillot caillou cailloux cairn cajoler cajou calamar calamine calanque
calcaire calcul calculer cale calepin caler calibre calibrer calice calicot califat calife calmant calmante calme calmer calorie calque calquer calvaire calvitie camarade cambrer cambrure camion camomille
campagne camper campeur camping canada canadien canaille canard canarder canari canaux cancan cancer cancre candeur candidat candide cane caneton canette caniche canicule canif canin canine caniveau canne
cannelle canon canot cantal cantine cantique canton cantonal capable cape capeline capital capitale capitaux capitole caporal capot caprice capter capteur captif captive captiver capture capturer capuche
capuchon capucine caquelon carabine carafe caramel carapace caravane carcan cardiaux cardigan cardinal cardon carence cargo caribou carie carillon carmin carnage carnaval carnet carotide carotte carpe
carreau carreaux carreler carriole carrure cartable carte cartel carton castor catalan catalane cathode catimini caution cavale cavalier cave caverne caviar ceci ceinture cela celle cellier cellule celte
celtique celui cendre cendrier cent centaine centaure centime centrage central centre centuple cerceaux cercle cerf cerfeuil cerise cerne cerner certain certaine cerveau cervelet cervelle cervical cette
ceux chacal chacun chacune chagrin chahut chahuter chalet chaleur chaloupe chalut chambre chameaux champ champion chance chanceux chancre chandail change changer chanson chant chantage chanter chanteur
chantier chanvre chaos chape chapeau chapelet chapelle chaperon chapitre chapon chaque char charabia charade charbon chardon charge charger chargeur chariot charmant charme charmer charmeur charnue charpie
charrier charrue charte chat chaton chaud chaude chaudron chauffe chauffer chaume chaumer chauve chaux chavirer chef chemin cheminer cheminot chenal chenapan chenil chenille cheptel cher chercher cheval
chevalet chevaux chevelu chevet cheveux cheville chevreau chevron chez chialer chic chicane chiche chichi chien chiffon chiffrer chignole chignon chilien chimie chimique chine chiner chiot chiper chipie
chipoter chlore chlorure choc chocolat choir choix chope chopine choquant chorale chorizo chou chouchou chouette choux chrome chute chuter cible cidre ciel cierge cieux cigale cigare cigogne cime ciment
cinglant cinq cintre cintrer cirage circuit circuler cire cirer cireur cirque citadin citadine citant citation citer citerne citoyen citrique citron civet civil civile civique clair clairon clamer clameur
clan clapet clapier clapoter claquer clarinette clavier clef clerc clic cliche client cliente cligne cligner climat clip clique clivage clivant cloche clocher clone clope clopine cloporte cloquer clore
clou clouer clouter clown club coaguler coauteur coaxial coaxiaux cobalt cobaye cobra coca coccinelle coche cocher cochon coco cocon cocotier cocotte codage code coder codeur codifier coeur coffrage coffre
coffrer coffret cogiter cognac cogner cognitif cohorte cohue coiffant coiffer coiffeur coiffure coin coince coincer coing cola colibri collage collant collante collecte coller collier colline colmater
colombe colonel colonial colonie colonne colorant colorer colorier colza coma combat combatif combe combien combiner comble combler comique commande commando comme comment commerce commode commun communal
commune commuter compact compagne comparer compatir compiler complet complexe complice complot compote comptage compte compter compteur comptine comptoir comte concave concept concert concerto concile
conclave conclu conclure concorde concourt concret condor conduire conduit conduite confetti confiant confier confiner confit confiture conflit confond confondu conforme confort congeler conjoint conjugal
conjurer connecte connexe connu conquit contact conte contenir content contente contenu conter conteur contexte contient contigu continu contour contrat contre contrer convenir converge converti convexe
convient convier convive convoi convoya cool copain copeau copeaux copiage copie copieur copieux copilote copinage copine coque coquelet coquelicot coquet coquette coquille coquin coquine corail coran
coraux corbeau corbeaux cordage corde cordial cordiale cordiaux cordon coriace cormoran cornac cornet corniche cornu cornue corporel correct corridor corrige corrode corrompt corrompu cortex cortical
corvette cotation cote coteau coteaux coterie cotillon coton cotte couchage couchant couche coucou coud coude coudre couenne couette coula couler couleur couloir coup coupant coupante coupe coupelle couper
couperet couplage couple couplet coupole coupon coupure cour courage courant courante courbe courber courbure coureur courge courir couronna courrier courroie courroux court courtage courte courtier couru
courue coussin coutume couture couve couvent couvert couverte couvrant couvre couvreur coyote crabe crachin craie crainte craintif crame cramer crampe crampon cran crane craner cranter crapaud crapule
craquant craque cravache cravate crayon credo creux creva crever crevette criant criante cribla criblage cribler crie crier crieur crin crique critique croate croc croche crochet crochu croire croix
croquant croque croquer crotale crottin croulant croupe croyant croyante cruche cruchon crucial cruciale cruciaux crucifix crue cruel cruelle crypta crypte crypter cubage cubain cubaine cube cubique
cueille cueillir cuir cuire cuit cuite cuivre culminer culot culte cultive culture culturel cumin cumul cumulant cupide curage curare curatif curcuma cure curry cuve cuver cuvette cyan cyanure cyclable
cycle cyclique cyclone cyclope cygne cylindre cymbale dactylo dada dague daim dalle dame damier danger dard data date datte dattier daube dauphin dauphine daurade debout delta demain demanda demande
demander demeure demi demie denier dent dentaire dentelle dentier derme dermique dernier dette deux devancer devant devenir devenu devenue devient devin deviner devoir dextre diable diabolo diacre diagonal
dialogue diamant diantre diapo dicta dicter diction dicton dieu dieux difforme digit digital digne digue dilapida dilemme dilua diluant diluante dilution dimanche diminua diminuer dinar dinde dindon dingo
dingue diode diorama dioxyde dira dire direct dirige diurne diva divaguer divan diverge diverti divertir divin divine divorce divorcer divulgua dizaine djinn doberman docile docteur doctorat doctrine
document dodo dodu dogme doigt doit dolmen dolomite domaine domicile domina dominant domine domino dommage dompta domptage dompteur donateur donation donc donjon donna donner donneur dont dopage dopamine
dopant dopante dope dorade dorer dorlote dorloter dormant dorme dormeur dormir dort dortoir dorure dotation dote douane douanier doublage double doubler doubleur doublon doublure douce douceur doucha
douche doucheur douille douillet douleur douta doute douter douteux douve doux douzaine douze doyen doyenne dragon dragonne dragua draguer dragueur drain drainage drainer drame drap drapa drapeau drapeaux
draper draperie drapier dribbla dribbler dring drogue droit droite droitier droiture druide dryade dual ducal ducale ducat ductile duel dune duper duplex duquel dura durable durai durant durcie durcir dure
durement durer duvet duveteux dynamite dynamo eaux efface effacer effarant effectif effectua effectue effet efficace effigie effluve effondra efforcer effort effraie effraya effrayer effrita effroi elfe
elle emballa embargo embarqua embaucha embauma embaumer embelli embellie embellir embobina embolie embout embouti emboutir embraya embrayer embrocha embruma embryon embuer emmena emmener emmental empathie
empereur empilage empiler empire emplette emplir emploi employa emplumer empocha empocher emport empota empoter emprunt encadrer enceinte encercla enchanta enchante enclave enclin enclot enclume encoche
encocher encodage encoder encodeur encolure encombra encorder encore encourir encrage encre encrier endiguer endive endolori endormi endormie endormir endort endroit enduira enduire enduit enduite endura
endurant endurci endurcie endurcir endurer enfance enfant enfanta enfante enfanter enfantin enfer enferma enfermer enfin enfla enflamma enflant enfle enfler enfoncer enfoui enfreint enfui enfuie enfuir
enfumage enfumer engage engagea engager engeance engelure engendra engin engloba englober englouti engoncer engrange enivra enivrant enjamba enjamber enjeu enjeux enjouer enlace enlacer enlaidir enlever
enlumina enneiger ennemi ennemie ennui ennuya ennuyant ennuyer ennuyeux enracina enrage enragea enrager enrhumer enrichi enrichie enrichir enroba enrobage enrobant enrobe enrober enrouer enrouler entacher
entaille entame entamer entend entende entendra entendu entente entonner entourer entracte entraide entrain entrant entrante entrava entrave entraver entre entremet entrer entrera entrevue entrez entropie
entuber envahi envahie envahir envia enviable envie envier envieux environ envoi envoie envol envoler envoyeur enzyme ergot ermitage ermite erra errance errant errer erreur euphorie euro exact exaltant
exalter examen examina examine examiner exaucer excita excite exciter exclamer exclu exclure exemple exempt exempter exerce exercer exercice exhiber exhorter exige exigence exiger exigu exil exila exiler
exode exotique expatria expert experte expia expira expirer expliqua explique exploit exploita exploite explora explore explorer exporta exporte exporter exprime exprimer expurger externe extirper extorqua
extra extrader extraire extrait extruder exulter fable fabriqua fabrique fabuler face facette facilita facilite facteur factice faction factuel factura facture facturer fade fagot faible faibli faiblir
faignant faille faillir faillite faim faire fait faite faitout fakir fameux familial familier famille famine faner fanfare fanfaron fanion faon farce farceur farci farcir farde fardeau fardeaux farfadet
farfelu farine farouche fart fartage farter fatal fatale fatigue fatiguer faubourg faucha fauchage faucher faucheur faucille faucon faufiler faune fauta faute fauter fauteuil fautif fautive fauve fauvette
faux faveur favori faxa faxer feignant feindre feinte femme fend fendeur fendoir fendre fendu fendue fennec fenouil fente fera ferma ferme ferment fermer fermier fermoir ferry fertile fervent fervente
ferveur feuille feuillu feuillue feuler feutre feutrine feux fiable fiacre fiance fiancer fibre fibreux ficelage ficeler ficelle ficha fichage fiche ficher fichtre fichu fichue fictif fiction fictive fief
fier figaro fige figea figer fignoler figue figuier figurant figure figurine fila filaire filament filant filante filature file filer filet filetage fileter fileur filial filin fille fillette filleul film
filma filmer filon filou filtra filtrage filtrant filtre filtrer final finale finance financer fine finement fini finie finir finition fiole firme fixa fixant fixante fixateur fixation fixe fixement fixer
flacon flagrant flaira flaire flairer flamand flamande flamba flambeau flamber flambeur flamenco flamme flan flanc flancha flancher flanquer flaque flatta flatter flatteur flegme flemme fleur fleuri
fleurir fleuron fleuve flexible flexion flingue flinguer flippa flipper flirt flirta flirter flocage flocon floral florale floraux flore flot flotta flottant flotte flotter flotteur flou floua flouer
fluage fluctue fluctuer fluide fluor fluorure fluvial fluviale flux focal focaux foetal foie foin foire folie folklore folle fonce foncer fonceur foncier fonction fond fonda fondant fondante fonde fonder
fondre fondu fongique font fontaine fonte fora forage forain foraine forant forban force forcer forcir fore forer foret foreur forfait forge forgea forger forgeron forma format forme formel former formol
formula formule fort forte fortifia fortifie fortin fortune forum foudre fouet fouetta fouette fouetter foufou fougue fougueux foui fouiller fouina fouine fouiner fouineur foula foulard foule fouler four
fourbe fourche fourchu fourgon fourmi fourneau fourni fournie fournir fourra fourrage fourreau fourrure foutu foutue foyer fraction fractura fracture fragile fragment fraise framboise franc franche franchi
franchir frange frangin frangine fratrie frauda fraude frauder fraudeur fredonna fredonne frein freina freinage freiner frelater frelon fret freudien friable friand friande fric friche friction frileux
frima frime frimer frimeur fringale fringue fripe friperie fripon frire frite friterie friture frivole froid froide fromage fromager froment froncer fronde frondeur front frontal frontale frotta frotte
frotter frugal frugale frugaux fruit fruitier fugace fugitif fugitive fugue fuguer fugueur fuie fuir fuite fulminer fuma fumant fume fumer fumet fumeur fumier furet fureur furibond furie furieux furtif
furtive futile futur fuyant fuyard gabarit gadget gadoue gaffe gaffeur gage gagna gagnant gagnante gagne gagner gagneur gaie gaiement gaillard gain gainage gaine gainer galant galante galaxie galbe galerie
galet galette galion galop galoper galopin gambada gambader gamberge gambit gamelle gamin gamine gamme ganache ganglion gant gantelet garage garant garante garantie garantir garda garde garder garderie
gardien gardon gare garenne garer garni garnie garnir garou garrigue garrot gauche gaucher gaufre gaufrier gaule gaver gazelle gazette gazeux gazier gazoduc gazole gazoline gazon gecko gela gelant geler
gemme gencive gendarme gendre genet genou genoux genre gent gentil gentille gerbe gercer germain germaine germe germer germinal gibier gicla gicler gicleur gigot gigoter gilet girafe girafon gitan gitane
givrant givre givrer glace glacer glacial glaciale glaciaux glacier glaive glande glaner glauque global globaux globe globule gloire glorieux glotte glouton gluant gluante glucide gluten glyphe gnome gnou
gobe gobelet gobelin gober goinfre golf golfeur gomme gommer gond gondole gonfla gonfler gonfleur gong goret gorge gorgone gorille gothique gouache goudron gouffre goujon goule goulot gourde gourdin
gourmand gourmet gourou goutte gouverne goyave grabuge gracier gracieux grade grader gradient gradin graduer graffiti grain graine gramme grand grande grandeur grandi grandie grandir grange granite granule
graphe graphite grappe grappin gratin gratiner gratta gratter grattoir gratuit gratuite grava grave graver graveur gravier gravir graviter gravure grec gredin greffe greffer greffier grelot grena grenade
grenier grief griffa griffe griffer griffon griffu griffure grignote grigri grilla grillade grille griller grillon grima grimace grimacer grimoire grimpa grimpant grimpe grimper grimpeur grince grincer
griotte grippant grippe grive grogna grogne grogner grognon groin gronda gronde gronder grotte grouille groupa groupe grouper grue grumeaux guano guenille guenon guerre guerrier guet guetta guetter
guetteur gueule gueuler gueux guichet guida guidage guide guider guidon guignol guilde guimauve guitare guitoune guppy guru guttural habile habiller habit habitant habitat habite habiter habitude habituel
habituer hachage hache hacher hachette hachoir hachure hachurer hagard haie haillon haineux halage haleine haleter hall halle halo halte hamac hameau hammam hampe hanche handball handicap hangar hanneton
hante hanter happer harcela harceler hardi harem hareng hargne hargneux haricot harmonie harpe harpie harpon harponna hauban haubert haut hautain hautaine haute hauteur havane havre heaume hectare hecto
hein hennir herbage herbe herbeux herbier hermine hernie hertz heure heureux heurtant heurter hexagone hiberna hiberner hibou hiboux hideux hier hilarant hilare hindou hippie hippique hirondelle hiver
hiverna hivernal hiverner hobby hocha hochant hocher hochet hockey homard hommage homme homo homonyme honneur honni honorer honte honteux hoplite hoquet hoqueta hoqueter horaire horde horizon horloge
horloger hormonal hormone horreur horrible hotte houblon houille houle houleux hourra houx hublot huer huguenot huila huilage huile huiler huileux huit huitaine hululer humain humaine humble humecter humer
humeur humide humilier humour hurla hurlant hurlante hurle hurler hurleur hutte hybride hydrate hydrater hydre hydrique hydromel hymne icarien iceberg icone idem idiome idiotie idole idylle igloo ignare
ignifuge ignition ignoble ignora ignorant ignore ignorer iguane iliaque illicite illico illumina illumine image imagerie imagier imagina imagine imaginer imam imberbe imbiba imbiber imbriqua imbu imbue
imita imitable imite imiter immature immerge immerger immeuble immigra immigre immigrer imminent immobile immole immoler immonde immoral immorale immoraux immortel immuable immune impact impacta impacte
impacter impair impaire impala imparti impie implant implanta impliqua implora implore implorer impoli impolie importa importe importer impotent imprima imprime imprimer impropre impudent impur inactif
inaction inactive inamical inapte inaugura inca incarna incarne incarner incendia incendie incident incita incitant inciter inclina incline incliner inclue inclure incolore incomber incongru inconnu
inconnue incuber inculper inculqua inculte incurver inde indemne index indexa indexage indexer indice indiciel indien indienne indigent indigne indigner indigo indiqua indique indiquer indirect individu
indolent indolore indu induire inepte ineptie inerte inertie inertiel inexact inexacte infamant infamie infect infecta infecte infecter infernal infiltra infiltre infime infini infinie infirme inflige
infliger influant informa informe informel informer infra ingrat ingrate inhala inhale inhaler inhiba inhiber inhuma inhumain inhumer initia initial initiale initiaux initier injecta injecter injure
innocent innova innovant innover inocula inoculer inodore inonda inonder inox inquiet intact intacte intenta intenter inter interdit internat interne interner internet intima intime intitula intrigue
intuba intuber intuitif inutile invaincu invendu invendue inventa invente inventer inventez inventif invita invite inviter invoqua invoque invoquer iode iodure iota irakien iranien iraqien iridium ironie
irradie irradier irrigua irriguer irrita irritant irriter italien italique item ivoire ivre ivrogne jacquard jacquier jacquot jade jaguar jailli jaillir jalon jalonna jalonne jalonner jaloux jambage jambe
jambette jambier jambon jante janvier japon jappe japper jaquette jaquier jardin jardina jardine jardiner jardinet jargon jarre jarret jasmin jatte jauge jaugea jauger jaune jauni jaunie jaunir java javel
javeline javelot jazz jazzman jazzmen jean jeep jeta jetable jeter jeteur jeton jette jeudi jeun jeune jeunette jeunot jeux jockey jogging joie joigne joindre joint jointe jointure joker joli jolie
joliment jonc jonche joncher jonction jongla jongle jongler jongleur jonque jonquille joua jouable jouant joue jouer jouet joueur joufflu joufflue joug joui jouir jouira joujou joujoux joule jour journal
journaux joute jouteur jouvence jouxte jouxter jovial joviale joyau joyaux joyeux jubilant jubile jubiler jucher juchoir judo judoka juge jugea jugeable jugeant jugement jugeote juger jugera juif juillet
juin juive jujube jujubier julien julienne jumbo jumeau jumeaux jumelage jumeler jumelez jumelle jument junior junte jupe jupette jupon jura jure jurer juron jury jute juteux kabbale kaki kali kamikaze
kanake kantien karma kart karting kayac kayak keffieh kelvin kendo ketchup khalifat khalife khan khmer kilo kilovolt kilowatt kilt kimono kiwi klaxon kleenex koala kobold kouglof kraft kraken krypton
kumquat kurde labdanum label labeur labial labour laboura laboure labourer labrador lac lace lacement lacer lacet laceur lacrymal lactique lacune ladite lagon lagune laid laide laideron laideur laine
laineux lait laitage laiterie laiteux laitier laiton laitue lama lamantin lambda lambeau lambeaux lambiner lame lamelle lamenter laminage laminoir lampa lampant lamparo lampe lamper lampion lance lancer
lancette lanceur lancier landau lande langage lange langue langueur languir lanterne laotien lapa lape laper lapereau lapider lapin lapine lapone laque laquelle larbin larcin lard larda larder lardon
largage large largeur largue larguer larme larron larvaire larve larynx latence latent latente latex latin latine latitude latte latter laudanum laurier lava lavable lavabo lavage lavande lavandin lavant
lave lavement laver laverie lavette laveur lavoir laxatif laxative lecteur lectrice lecture ledit lent lente lenteur lentille lequel lettrage lettre lettrine leur leurra leurre leurrer leva levage levain
levant lever levier levrette levure lexical lexicale lexicaux lexique liage liane liant liante libeller libellule libertin libido libraire libre libyen libyenne lice licence licencia liche lichen lichette
licorne lien lier lierre lieu lieudit lieux ligament ligature lignage ligne ligotage ligoter ligua ligue liguer lima limace limage limaille lime limer limier limita limitant limite limiter limiteur limoger
limon limonade limpide limule linceul linge lingerie lingot lingual linguale linotte linteau linteaux lion lionceau lionne lipide liquette liqueur liquida liquide liquider lira lire litanie litchi literie
lithium litige litre litron littoral liturgie livide livrable livrant livre livrer livret livreur lobe lober local locale locatif location locative locaux loge logement loger logeur loggia logiciel logique
logo loin lointain loir lombaire lombard lombric long longe longer longue longueur lopin loquace loque loquet lord lorgna lorgne lorgner lorgnon lorrain lorraine loterie loti lotion lotir loto lotte loua
louange loubar loubard loucha louche loucher loue louer loueur loufoque loulou loup loupa loupe louper loupiote lourd lourdaud lourde lourdeur loutre louve lover loyal loyale loyaux loyer lubie lubrifia
lubrifie lubrique lucane lucarne lucide luciole lucratif ludique lueur luge lugubre luire lumbago lumen lumignon lumineux lunaire lundi lune lunetier lunette lurette luron luth luthier lutin lutine lutta
lutte lutter lutteur luxation luxe luxer luxueux luxure luzerne lycaon lychee lycra lymphe lynchage lynx lyre lyrique maboul macabre macadam macaque macareux macaron macaroni machaon machette machin
machina machinal machine macho maculer madame madone madrague maffia mafia magazine mage magenta magicien magie magique magma magna magner magnolia magnum magot magret maigre maigreur maigri maigrir maille
maillet maillon maillot main mainte maintenu maintien maire mairie majeur majeure major majorer malabar malade maladie maladif maladive malaria malaxa malaxage malaxer maldonne malfrat malgache malheur
malice malien malienne malin malle mallette malmena malmener malotru malpoli malpolie malt malvenu maman mambo mamelle mamelon mamie mammouth mammy manager manant manche manchon manchot mandarin mandat
mandater mandchou mandrin manette mange mangea manger mangeur mangrove mangue manguier mania maniable maniaque manie manier manille manioc manipula manipule manitou manne manoir manqua manquant manque
manquer mante manteau manucure manuel manuelle maori maorie maquette marabout marathon maraud marauda maraude marauder marbra marbre marbrer marbrure marc marcha marchand marchant marche marcher marcheur
mardi mare marelle marge margelle marginal marguerite mari maria mariage marier marin marina marinade marine mariner marinier marital maritime marmite marmiton marmonna marmonne marmot marmotte marocain
maronner maroufle marqua marquage marquant marque marquer marqueur marraine marrant marrante marre marrer marron marronna marronne marte marteau marteaux martel martela marteler martial martiale martiaux
martien martinet martyr marxien matador matage match matcher mate matelot mater maternel materner math matheux matin matinal matinale matinaux matine maton matonne matou matraqua matraque matrice matrone
mature maturer maudire maudit maudite maure maurelle mauve maux maxima maximal maximale maximaux maxime maximum maya mazout meccano meilleur melon membrane membre membrure mena menace menacer menant mendia
mendiant mendie mendier mener meneur menhir menotte ment mental mentale mentant mentaux mente menteur menthe menthol menti mention mentir menton mentor menu menue menuet mercerie merci mercredi mercure
merguez meringue merlan merle merlette merlin merlu mettable metteur mettre meubla meublant meuble meubler meuglant meugle meugler meula meulage meule meuler meunier meurt meute mexicain mezzo miaou miaula
miaulant miaule miauler mica micelle miche micmac micro microbe micron miction midi miel mielleux mien mienne miette mieux mignon mignonne migra migraine migrant migre migrer mijota mijote mijoter mikado
mildiou mile milice milicien milieu milieux milita militant militer mille millet milliard millibar millier million milord mima mimant mime mimer mimi mimique mina minable minage minaret minauder mince
minceur minci mincir mine miner minerve minet minette mineur mineure mini minier minima minimal minimale minimaux minime minimum minium minora minorant minorer minot minou minuit minuta minutage minute
minuter minuteur minutie mioche mira miracle mirador mirage mire mirmidon miro miroir miroite miroiter mitaine mite miteux mitiger mitigeur mitonner mitoyen mitre mixa mixage mixant mixe mixer mixeur mixte
mixtion mixture mobile mobilier moche modaux mode modela modelage modelant modeler modeleur modem moderne modifia modifie modifier modique modula modulant module moduler moelle moelleux moellon mohair
moignon moindre moine moineau moineaux moite moiteur moka molaire molette mollah molle mollet mollir moment momie momifia momifie momifier monacal monarque monceau monceaux mondain mondaine monde mondial
mondiale mondiaux mongol mongole moniteur monnaie monnayer mono monobloc monocle monocyte monogame monopole monoprix monorail monotone mont monta montage montagne montant montante monte monter monteur
montoir montra montrant montre montrer monture monument moqua moque moquer moquerie moquette moqueur moral morale moraux morbide morbleu morceau morceaux morcela morceler mord mordant mordante morde
mordilla mordille mordorer mordre mordu mordue morfal morfle morfler morfond moribond morille mormone morne morphine morpion mortier mortifia mortifie morue morveux motard motarde motel moteur motif motion
motiva motivant motive motiver motrice motte moucha mouchard mouche moucher mouchoir moud moudre moue mouette moufle mouflet mouflon moufter mouilla mouille mouiller moula moulage moulant moulante moule
mouler mouleur moulin moulina mouline mouliner moulinet moult moulu moulure moumoute mourant mourante mourir mouroir mouron mousse moutarde mouton moutonne mouture mouvance mouvant mouvante mouvoir moyen
moyenne moyeu muer muet muette mufle mugir muguet mule mulet muletier mulot multiple muni munie munir munition muraille mural muraux mure muret murmura murmure murmurer mutant mutante mutation mute muter
mutiler mutique mutuel mutuelle mygale myocarde myope myopie myriade myrmidon myrte myrtille mythe mythique nabab nabot nacelle nacre nacrer nage nagea nageant nageoire nager nageur nain naine nana nanti
nantir napalm naphte nappa nappage nappant nappe napper napperon narguer narine narra narratif narrer narval natal natation natif nation national native natte nature naturel naufrage nautile nautique naval
navaux navet navette navigant navigua navigue naviguer navire navrant navrante navre navrer nectar neige neigea neiger neigeux nenni nerf nerveux nervure nervurer nette nettoie nettoyer neuf neural neuraux
neuronal neurone neutre neutrino neutron neuve neveu neveux niche nicher nichoir nickel nickeler nicotine nidation nidifier nier nigaud nimbe nirvana nitrate nitrique nitrite niveau niveaux nivela nivelage
niveler noble noce noceur nocif nocive nocturne nodule noeud noie noir noirceur noirci noircir noire noisette noix nomade nombre nombreux nombril nominal nominaux nomma nommer nonante nonne nord nordique
normal normand normande normatif normaux norme nota notable notaire notant notarial notation note noter notice notifia notifie notifier notion notoire notre noua nouant noue nouer noueux nougat nouille
nounou nourri nourrice nourrir nouveau nouveaux nouvel nouvelle nova novateur novembre novice noyau noyaux nuage nuageux nuance nuancer nubien nubienne nubile nuire nuit nulle nuptial nuptiale nuptiaux
nuque nutritif nylon nymphe objecter objectif objet oblige obliger obliqua oblique obliquer oblong oblongue obtenant obtenir obtenu obtenue obtient obturer ocarina occident occiput occitan occitane occlure
occulta occulte occulter occupa occupant occupe occuper ocelot ocre octane octave octet octobre octogone octopode octroi octroya octroyer oculaire odeur odieux odorant odorante odorat oedipe oeil oeillade
oeillet oeuf oeuvra oeuvre oeuvrer offert offerte office officia officiel officier officine offrande offrant offrante offre offrir ogive ogre oignon oindre okapi olfactif oliphant olive olivier olympe
olympien omble ombra ombrage ombre ombrelle omelette omet omettre omnivore omoplate onagre once oncle onction onctueux onde ondin ondine ondoyant ondula ondulant ondule onduler ongle onglet onirique onyx
onze opale opaque opercule opina opiner opinion opium opportun opprima opprime opprimer opprobre opta opter opticien optima optimal optimale optimaux optimum option optique opulence opulent opulente oracle
orage orageux oral orale orange oranger orateur oratoire oratrice oraux orbe orbital orbitale orbitaux orbite orbiter ordonna ordonne ordonner ordre ordure ordurier oreille oreiller oreillon organe orge
orgie orgue orgueil orient orienta oriental oriente orienter orifice origan original origine originel orignal orignaux orme orna ornant orne ornement orner oronge orphelin orque orteil ortie orvale orvet
otarie otite ottoman ottomane ouate ouatine oubli oublia oublie oublier ouragan ourdir ourlet outil outilla outiller outra outrage outrager outrance outrant outre outremer outrer ouvert ouverte ouvra
ouvrable ouvrage ouvrant ouvrante ouvre ouvreur ouvrier ouvrir ouzbek ovaire ovale ovation ovin ovine ovipare ovni ovocyte ovule oxydant oxyde oxyder ozone pacha pacifier pacte pactole paella pagaie
pagaille pagaye pagayer pagayeur page pagne pagode paie paiement paiera pailla paillage paillard paille pailler paillote pain pair paire paix palabre palabrer palace paladin palan palatine pale palefroi
palet palette palier palliant pallier palmaire palme palmer palmier palombe palot palote palourde palpa palpable palpant palpe palper palpeur palpita palpite palpiter paluche palud pamphlet panacha panache
panacher panade panama panard pancarte panda pandore pane panel paner pangolin panier paniqua panique panne panneau panneaux panoplie panorama pantalon pantin panure paon papa papal papaye papayer pape
papetier papi papier papille papillon papota papotage papote papoter paprika papy paquebot paquet para parabole parada paradant parade parader paradeur paradoxe parafant parafer parage parait parapet
parapher paravent parbleu parc parcage parcelle parcoure parcourt parcouru pardi pardieu pare pareil parement parent parental parente parer pareur parfaire parfait parfaite parfum parfuma parfume parfumer
pari paria parier parieur parjure parka parking parla parlant parle parler parleur parloir parlote parme parmi parodia parodie parodier paroi parole parpaing parqua parquer parquet parqueta parrain
parraina parraine part partage partager partance partant partante parte parterre parti partial partiale partiaux partie partiel partir partira partout paru parure parution parvenir parvenu parvenue
parvient passerelle patapouf patate patauge patauger patelin patente paternel patience patient patienta patiente patina patinage patinant patine patiner patineur patinoire patio patraque patrie patriote
patron patronal patronat patte paume paumer pauvre pava pavage pavana pavanant pavaner pave pavement paver pavillon pavot paya payant payante paye payement payer payeur peau peaufina peaufine peaux pectine
pectoral pedigree peigna peignant peigne peigner peignoir peinard peinarde peindre peine peiner peint peinte peintre peinture pela pelade pelage pelant peler pelle pellet pelleta pelleter pelote peloton
peluche pelucher pelure pelvien penaud penaude pencha penchant penche pencher pend pendant penderie pendre pendule pentacle pente pentu peptide perce percer percha perche percher perchoir percuta percute
percuter perd perdant perdante perdre perdreau perdrix perdu perdue perdura perdurer perfide perfidie perfora perfore perforer pergola perla perlant perle perler permet permit permuta permuter peroxyde
perplexe perron perruche perruque perte perturba perturbe perverti petit petite peton peupla peuplade peuple peupler peuplier peur peureux peut peux phalange pharaon phare pharynx philo philtre phobie
phobique phoenix phoque photo photon phrygien piaf piaffer piailler piano pianota pianote pianoter piaule picard pichet picoler picoleur picore picorer picot picote picoter pictural pied pierre pierreux
pieu pieuvre pieux pige pigea pigeon piger pigment pignon pila pilaf pile pileux pilier pilla pillage pillard piller pilleur pilon pilonna pilonne pilonner pilori pilota pilotage pilotant pilote piloter
pilule pilulier pilum piment pimenta pimenter pimpant pimpante pinacle pinard pince pinceau pinceaux pincer pincette pingouin pingre pinot pinson pintade pinte pioche piocher piolet pion pionce pioncer
pionnier pioupiou pipe pipeau pipette piqua piquage piquant piquante pique piquer piquet piqueter piquette piranha pirata piratage pirate pirater pire pirogue pitance piteux piton pitre pitrerie pivoine
pivot pivota pivotant pivote pivoter pizza pizzeria placage placard place placebo placenta placer placide plafond plage plagiat plagier plaid plaider plaie plaindre plaine plaint plainte plaira plaire plan
plana planage planaire planant plancha planche plancher plancton plane planer planeur planifia planifie planqua planque planquer plant planta plantage plantain plante planter planteur plaquage plaque
plaquer plaqueur plat platane plate plateau platine plein pleine pleur pleura pleural pleurer pleureur pleurote pleut pleutre pleuvoir plia pliable pliage pliant pliante plie plier plieur plinthe pliure
ploie plomb plomba plombage plombant plombe plomber plombier plonge plongea plongeon plonger plongeur plot plouf pluche pluie plumage plume plumeau plumeaux plumier plupart pluriel pluton pluvieux pneu
pneumo poche pochette pochoir podium pognon poignant poigne poignet poil poilant poilu poilue poindre poing point pointa pointage pointer pointeur pointu pointue pointure poire poireaux poirier poitrail
poitrine poivre poivrer poivrier poivron poker polaire polar polenta poli police policer policier polie poliment polio polir polka pollen pollua polluant polluer pollueur polo polochon poltron polygone
pommade pomme pommeau pommier pompa pompage pompe pomper pompette pompeux pompier pompon pomponne poncer poncho ponction ponctua ponctue ponctuel ponctuer pond pondre pondu poney pont pontage ponte ponton
popote populace porc porche porcin pore poreux port porta portable portage portail portance portant portatif porte porter porteur portier portion portique porto portrait potable potache potage potager pote
poteau poteaux potence poterie potiche potier potion potiron poubelle pouce poudre poudrer poudrier pouf pouffer poulain poularde poule poulet poulette pouliche poulie poulpe poumon poupe poupon pour
pourceau pourfend pourpre pourquoi pourra pourri pourrir pourtant pourtour pourvoir pourvu poutre pouvant pouvoir poux prairie praline pratique premier prenable prenant prenante prend prendra prendre
preneur preuve preux pria prie prier prieur primaire primate prime primer primeur primitif primo prince princier principe priori prit priva prive priver prix probable probant prochain proche proclama
proclame procura procure procurer prodige prodigua prodigue produira produire produit produite prof profana profane profaner profil profila profile profiler profit profita profiter profond profonde prohiba
prohiber proie projet projeta projeter prologue prolonge promena promener promet promit promo prompt prompte promu pronom prononce propage propager propane propice propre propret proprio prorata proton
prou proue prouva prouve prouver provenir proverbe provient province provoqua provoque proximal prude prudence prudent prudente prune pruneau pruneaux prunelle prunier puant puanteur pubien publia public
publie publier publique puce pucelage puceron pudeur pudique puer pugilat pugnace pull pulluler pulpe pulpeux puma puni punie punir punitif punition punitive punk pupille pupitre pure purement purge purger
purgeur purifia purifie purifier purin puritain purulent putride puzzle pyjama pyramide pyromane pythie python quadrant quai qualifia qualifie quand quant quantum quarante quark quart quartier quartile
quartz quatorze quatrain quatre quatuor quel quelle quelque quenelle quenotte querelle querir quiche quignon quille quinoa quint quinte quinze quitta quittant quitte quitter quoi quoique quolibet quota
quotient quotte quotter rabat rabattre rabattu rabattue rabbin rabot rabota rabotage rabotant rabote raboter raboteur rabougri racaille raccord raccorda raccorde raccroc race racer rachat racheta racheter
racial raciale raciaux racine racket racla raclage raclant racle racler raclette racleur racloir raclure racola racolage racolant racoler racoleur raconta raconte raconter racorni racornir radar rade
radeau radeaux radia radial radian radiance radical radicale radicaux radier radieux radin radine radio radium radota radote radoter rafale raffermi raffina raffine raffiner raffole raffoler raffut rafiot
rafla rafle rafler rage rageant rageante rager ragondin ragot ragoter raide raideur raidi raidir raie rail railler rainette rainure rainurer rajeuni rajeunie rajeunir rajout rajouta rajoute rajouter
ralenti ralentie ralentir rallia rallier rallonge ralluma rallume rallumer rallye rama ramadan ramage rambarde rambour ramdam rame rameau rameaux ramena ramener ramequin ramer rameur rameuter rami ramifie
ramifier ramolli ramollir ramona ramonage ramone ramoner ramoneur rampa rampant rampante rampe ramper ramure rancard rancart rance ranch rancoeur rancune randonna randonne rang range rangea ranger ranime
ranimer rapace rapatrie raphia rapiat rapide rapine raplati raplatir rappel rappela rappeler rapport rapporta rapporte rapprend rapt raque raquer raquette rare rarement rata ratafia ratage ratatina
ratatine rate rater ratifia ratifie ratifier ratio ration rational rationna rationne rattacha rattache rattrapa rattrape raturage rature rauque ravage ravager ravageur ravale ravaler rave ravi ravigote
ravin ravine ravioli ravir ravive raviver raya rayon rayonne rayonner rayure razzia rebelle rebeller rebiffe rebique rebond rebondi rebondir rebord reboucha rebouche reboute rebut rebuta rebutant rebuter
recale recaler recel receler receleur recentra recentre recette receveur recevoir rechange recharge rechigna rechigne rechuta rechute rechuter reclouer recoiffa recoin recoller recompta recompte reconnu
reconnue recopia recopie recopier record recoud recoudre recoupa recoupe recouper recourir recouvra recouvre recracha recrache recru recrue recrute recruter recteur rectifia recto rectorat rectrice recueil
recuire recuit recuite recul recula reculer recycla recycle recycler redire redit redorer redoubla redouble redouta redouter redoux refaire refait refaite refend refendre refendu refera referma referme
refermer refila refile refiler reflet reflex refluer reflux refond refondre refonte reforger reforme reformer refoula refoule refouler refrain refroidi refuge regagne regagner regain regard regarda regarde
regarder regarni regarnir reggae regorge regorger regret regroupa regroupe rein reine reinette rejet rejeta rejeter rejeton rejette rejoigne rejoint rejoua rejoue rejouer rejuger relance relancer relater
relatif relation relative relaver relax relaxant relaxer relaya relayer relayeur relent releva relever relia relief relier relieur religion reliquat relique relira relire reliure reloge reloger relouer
relu relue reluire reluquer remake remanier remarier remarqua remarque remballe remblai remercia remercie remet remettre remeubla remit remonta remonte remonter remord remorque remoud rempart rempila
rempile rempiler remplace rempli remplir rempoche remporte rempote rempoter remua remuant remuer renard renarde renarder rencard rencarda rencarde rencart rend rendait rendant rendorme rendormi rendort
rendra rendre rendu rendue reneige reneiger renferma renferme renfila renfile renfiler renfle renfler renfloue renfonce renforce renfort rengaine rengorge renia renie renier renifla renifle renifler renne
renom renomma renomme renommer renonce renoncer renoua renouant renoue renouer rentable rentamer rente rentier rentra rentrant rentre rentrer renverra renvoi renvoya renvoyer repaie repaire repairer
reparla reparle reparler repart reparte reparti repartie repartir reparu reparue repatine repava repave repaver repayer repeigna repeigne repeint repeinte repend rependre repent repente repenti repentie
repentir reperce repercer reperd reperdre reperdu repeupla repincer repiqua repiquer replace replacer replanta replante repleut repli replia repliant replie replier replonge repolie repolir report reporta
reporte reporter reprend reprenne reprit reprocha reproche reprouva reptile repu requiem requiert requin requit retaille retapa retape retaper retard retarde retarder retendre retendu retenir retente
retenter retenti retentir retenu retienne retient retira retirage retire retirer retomba retombe retomber retond retondre retondu retord retordre retoucha retouche retour retourna retourne retrace retracer
retrait retraita retraite retrempa retrempe retrouva retrouve revanche revaudra revenant revend revendre revenir revente revenu reverdir revernir reverra revient revigora revigore revint revivre revoie
revoir revoter revu revue rhabilla rhinite rhizome rhubarbe rhum rhume rhumerie riant ricana ricanant ricane ricaner ricaneur riche ricocha ricoche ricocher ricochet ride rideau rideaux rider ridicule rien
rieur rigide rigola rigolade rigole rigoler rigolo rigolote rigueur rikiki rima rime rimer rimeur rince rincer ripa ripaille riper rira rire rite rituel rivage rival rivale rivaux rive riverain rivet
rivetage riveter rixe robe robinet robot rocade rocaille roche rocher rocheux rock rocker rocket rococo rocque rocquer roda rodage rode roder rogna rognant rogne rogner rogneur rognon roitelet romain
romaine roman romance romancer romane romarin rompre ronce ronchon roncier rond rondache ronde rondelle rondeur rondin ronflant ronfle ronfler ronfleur ronge ronger rongeur ronron ronronna ronronne roque
roquer rorqual rotarien rotateur rotatif rotation rotative rote roter rotin rotonde rotor rotule roturier roua rouage roublard rouble roucoule roue rouer rouge rougeole rouget rougeur rougi rougie rougir
rouilla rouille rouiller roula roulade roulant roulante roule rouleau rouleaux rouler roulette roulotte roumain roumaine roupie roupille rouquin rouquine routa routage routard routarde route router routier
routine rouvert rouverte rouvrir roux royal royale royaume royaux ruade ruban ruche rude rudement rudiment rudoie rudoyer ruelle ruer rugby rugi rugir rugueux ruina ruine ruiner ruisseau rumeur rumina
ruminant rumine ruminer rupture rural rurale ruraux rutilant rutiler rythma rythmant rythme rythmer sable salade sapin satin sentier sirop soie soleil soupe tabac table tableau tableaux tabler tablette
tableur tablier tabou tabouret tabuler tacha tachant tache tacher tacheter tacite tacot tact tactile tahitien taie tailla taillade taillage taille tailler tailleur taire tait tajine talc talent taloche
talon talonner talquer tamanoir tamarin tambour tampon tamponna tamponne tandem tangent tangente tangible tango tangue tanguer tanin tank tanker tanne tanner tannerie tanneur tant tante tantinet taon tapa
tapage tapageur tape tapenade taper tapioca tapir tapis tapota tapote tapoter taquet taquine taquiner taraud tarauder tard tarde tarder tardif tardive tare tarente tarer targe targette targuer tari tarif
tarir tarot tartare tarte tartina tartine tartiner tartre tatami tatillon tatou tatoua tatouage tatouer tatoueur taule taulier taupe taureau taureaux taurine taux taverne taxa taxation taxe taxer taxi teck
teckel teigne teigneux teindre teint teinte teinter teinture telle tempe temple templier tempo temporal temporel tenable tenace tenaille tenant tend tendance tendeur tendon tendre tendu tendue teneur tenir
tenta tente tenter tenture tenu tenue tequila tercet terme termina terminal termine terminer termite ternaire terne terni ternie ternir terrain terre terreau terreaux terrer terreur terrible terrien
terrier terrine terroir tertre teuton texan texte textile textuel texture thermal thon thorax thym tiare tibia ticket tierce tige tigre tigron tilde tilleul timbale timbre timide timonier tinter tique
tiquer tira tirade tirage tiraille tire tirelire tirer tiret tirette tireur tiroir tisane titan titane titiller titrage titre titrer tituber toboggan toge toile toilette toit toiture tomate tombal tombe
tomber tombeur tombola tome tonal tond tondre tonifie tonifier tonnage tonne tonneau tonneaux tonnelle tonnerre tonte tonton topaze toque toquer torche torchon tord tordant tordre torero torgnole tornade
torpeur torpille torrent torride tort tortue total totem touareg toubib toucan toucha touchant touche toucher touffe touffu touiller toundra toupet toupie tour tourbe tourelle tourment tourna tournage
tournant tourne tourner tournure tourte tout toute toutou toux toxine toxique traboule trac trace tracer traceur tract tracteur traction traduire trafic tragique trahi trahie trahir train traire traitant
traite traiter traiteur trajet tram trame tramer tramway trancha tranche trancher trappe trappeur trapu traque traquer traqueur trauma travail travaux treille treize trembla tremble trembler trempage
trempe tremper tremplin trente treuil tria triade triage triangle tribal tribord tribu tribun tribunal tribune tribut triche tricher tricheur tricorne tricot tricoter tricycle trier trillion trilogie
trimer trinque trinquer trio triomphe tripe triple tripler tripoter tritium triton tritura trivial troc trogne trognon troll trombe tromblon trombone trompe tromper tronc tronche tronquer trop tropical
tropique troque troquer trot trotter trottoir trou troua troubla trouble troubler trouer trouille troupe troupeau trouva trouve trouver troyen troyenne truand truander truc trucage trucider truelle truffe
truie truite truquage truquer tuba tube tuerie tuile tulipe tulle tumeur tumoral tumulte tunnel tuque turban turbine turbot turc turne tutelle tuteur tutoyer tutrice tutu tuyau tuyauter tuyaux tympan type
typhon typique typo tyran tyrannie tzar tzarine tzigane ultime ultra ululer unanime unie unifie unifier uniforme union unir unit unitaire uranium urbain urbaine urge urgence urgent urgente urne urticant
utile utopie vacance vacant vacante vacarme vacation vaccin vacciner vache vacherie vacherin vachette vaciller vagabond vague vain vaincre vaincu vaincue vaine vairon valable valence valet valeur validant
valide valider valkyrie vallon valoir valvaire valve valvule vampire vandale vaniteux vannerie vantant vantard vanter vape vapeur vaporeux vaquant vaque vaquent vaquer varapper variable variance variant
variante varice varier variole vaticane vaudou vaurien vaut vautour vautrer veau veaux vecteur vedette veillant veille veiller veilleur veinard veinarde velours velu venait venant vend vendable vendange
vendetta vendeur vendre vendu venimeux venin venir vent venter venteux ventiler ventral ventrale ventraux ventre ventru ventrue venturi venu venue verbal verbale verbaux verbe verbeux verbiage verdeur
verdict verdure verger vergogne vermine verni vernir verre verrerie verrier verrou vert verte vertical vertige vertu vertueux verve verveine veston veto veuf veut veuvage veuve veux vexant vexation vexer
viable viaduc viager viande vibrant vibrante vibrer vibreur vice vicomte victoire vidage vidange vidanger vidant vide vider videur vidoir vieillir vieillot viellant vieller vielleur vient vierge vieux
vigie vigilant vigile vigne vigneron vignette vignoble vigueur viking vilain vilaine vile vilement vilenie villa village ville vinaigre vindicte vingt vinicole vinifier vinyle violette violine violon
violoncelle virage viral virale viraux virement virer virginal virgule viril virtuel vital vitale vitamine vitaux vite viticole vitrage vitrail vitraux vitre vitrer vitreux vitrier vitrine vitriol vivable
vivace vivant vivante vivarium vive vivement vivifie vivifier vivipare vivoter vivre vizir vocable vocal vocale vocation vocaux vodka voeu voeux voguant vogue voguer voici voie voilage voilant voile voiler
voilette voilier voilure voir voirie voiture voix volage volaille volant volante volatil volatile volcan voler volerie volet voletant voleur volley volt voltage voltaire volter voltige voltiger volume
volute vomi vomir vont vorace vortex votant vote voter votre vouant vouer vouivre voulant vouloir vouvoyer voyage voyager voyageur voyance voyant voyante voyelle voyou vrac vrai vraie vraiment vrillage
vriller vrombir vulcain vulgaire wagon wagonnet wallon wapiti watt whisky yacht yachting yack yaourt yeux yoga yogi yogourt yourte yucca zambien zanzibar zeppelin zigoto zigzag zinc zinguer zipper zircon
zizanie zodiaque zombie zonage zone zoner zoologie zoom zozoter
""".split()
)
