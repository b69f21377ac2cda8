"""Mail providers that anybody can have an address at: sharing one says nothing about two people."""

PUBLIC_DOMAINS = frozenset(
    """
    gmail.com googlemail.com outlook.com hotmail.com hotmail.nl hotmail.fr hotmail.de live.com live.nl msn.com
    outlook.de outlook.fr yahoo.com yahoo.fr yahoo.de yahoo.co.uk ymail.com icloud.com me.com mac.com
    proton.me protonmail.com pm.me tutanota.com tuta.com fastmail.com zoho.com aol.com mail.com
    gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de posteo.de mailbox.org arcor.de
    ziggo.nl kpnmail.nl kpnplanet.nl planet.nl xs4all.nl hetnet.nl home.nl casema.nl chello.nl upcmail.nl
    telfort.nl online.nl quicknet.nl zonnet.nl tele2.nl solcon.nl caiway.nl
    orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr skynet.be telenet.be proximus.be
    btinternet.com sky.com virginmedia.com bluewin.ch hispeed.ch yandex.com qq.com 163.com
    """.split()  # noqa: SIM905 - a list that is read and extended as words
)
