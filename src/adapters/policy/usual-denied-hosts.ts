/**
 * Hosts that a policy denies unless it says `usualDeniedHosts: false`: whoever reaches one of them can publish data to anybody
 * without an account that an organisation could see, or open a way in from outside. Paste and file drops, request catchers, and
 * tunnels, each with its subdomains.
 */
const domains = [
  ...['0x0.st', 'anonfiles.com', 'bashupload.com', 'catbox.moe', 'controlc.com', 'dpaste.com', 'dpaste.org'],
  ...['file.io', 'ghostbin.com', 'gofile.io', 'hastebin.com', 'ix.io', 'justpaste.it', 'oshi.at', 'paste.ee'],
  ...['paste.rs', 'pastebin.com', 'pastes.io', 'pixeldrain.com', 'privatebin.net', 'rentry.co', 'sprunge.us'],
  ...['temp.sh', 'termbin.com', 'tmpfiles.org', 'transfer.sh', 'ufile.io', 'wormhole.app'],
  ...[
    'beeceptor.com',
    'hookbin.com',
    'pipedream.net',
    'requestbin.com',
    'requestcatcher.com',
    'webhook.site',
  ],
  ...['bore.pub', 'devtunnels.ms', 'lhr.life', 'loca.lt', 'localhost.run', 'localtunnel.me', 'localxpose.io'],
  ...['ngrok.app', 'ngrok.com', 'ngrok.dev', 'ngrok.io', 'ngrok-free.app', 'ngrok-free.dev', 'pagekite.me'],
  ...[
    'pinggy.io',
    'pinggy.link',
    'playit.gg',
    'serveo.net',
    'trycloudflare.com',
    'tunnelmole.net',
    'zrok.io',
  ],
]

export const usualDeniedHosts: readonly string[] = domains.flatMap(domain => [domain, `*.${domain}`])
