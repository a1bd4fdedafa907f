using System.Collections.Immutable;

namespace CodeAssist.Models.Redaction;

/// <summary>
/// The kinds of secrets we know: those that gitleaks and the issuers' own documentation describe, in patterns of our
/// own, November 2026.
/// </summary>
internal static class SecretFamilies
{
    private static readonly SecretFamily[] Clouds =
    [
        new("aws-access-key-id", @"\b(AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b"),
        new("aws-secret-access-key", """(?i:secret_?access_?key|aws_?secret(_?key)?)["'\])]*\s{0,4}[=:,]\s{0,4}[@$"'\\]{0,4}(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])"""),
        new("aws-session-token", @"\b(IQoJb3JpZ2luX2|FwoGZXIvYXdz)[A-Za-z0-9+/=%]{50,}"),
        new("aws-bedrock-key", @"\bABSK[A-Za-z0-9+/]{100,}={0,2}"),
        new("azure-storage-key", @"(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}==(?![A-Za-z0-9+/=])", SecretPlace.Literals) { MayBeHash = true },
        new("azure-client-secret", @"(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~.-])"),
        new("azure-service-key", @"\b[A-Za-z0-9+/_-]{30,60}(AzFu|AzSe|AzCa|AIoT|ACDb|AEhG|APIM|\+ASt|\+ABa|\+AMC)[A-Za-z0-9+/_-]{4,14}={0,2}"),
        new("azure-service-key", @"\b[A-Za-z0-9]{52}JQQJ9[9D][A-Za-z0-9]{20,30}\b"),
        new("azure-devops-token", @"\b[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}\b"),
        new("azure-sas-signature", @"[?&;]sig=(?<secret>[A-Za-z0-9%+/]{20,}={0,2})"),
        new("google-api-key", @"\bAIza[A-Za-z0-9_-]{35}"),
        new("google-oauth", @"\bGOCSPX-[A-Za-z0-9_-]{20,}|\bya29\.[A-Za-z0-9_-]{20,}|\b1//0[A-Za-z0-9_-]{30,}"),
        new("firebase-server-key", @"\bAAAA[A-Za-z0-9_-]{7}:APA91b[A-Za-z0-9_-]{100,}"),
        new("alibaba-access-key", @"\bLTAI[A-Za-z0-9]{12,24}\b"),
        new("tencent-secret-id", @"\bAKID[A-Za-z0-9]{13,40}\b"),
        new("baidu-key", @"\bbce-v3/ALTAK-[A-Za-z0-9]{10,}/[0-9a-f]{40}\b"),
        new("digitalocean-token", @"\bdo[opr]_v1_[a-f0-9]{64}\b"),
        new("heroku-key", @"\bHRKU-[A-Za-z0-9_-]{36,60}"),
        new("databricks-token", @"\bdapi[a-f0-9]{32}(-[0-9])?\b"),
        new("cloudflare-origin-key", @"\bv1\.0-[a-f0-9]{24}-[a-f0-9]{100,}\b"),
        new("fly-token", @"\bfo1_[A-Za-z0-9_-]{43}|\bfm[12][ar]?_[A-Za-z0-9+/]{100,}={0,2}"),
        new("planetscale-token", @"\bpscale_(tkn|oauth|pw)_[A-Za-z0-9_=.-]{32,}"),
    ];

    private static readonly SecretFamily[] Repositories =
    [
        new("github-token", @"\b(gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{22,255})\b"),
        new("gitlab-token", @"\bgl(pat|dt|rt|ptt|cbt|soat|ffct|imt|agent|oas|ft)-[A-Za-z0-9_.-]{20,}"),
        new("atlassian-token", @"\bAT(ATT3|CTT3|BB)[A-Za-z0-9+/=_-]{28,}"),
        new("npm-token", @"\bnpm_[A-Za-z0-9]{36}\b"),
        new("nuget-key", @"\boy2[a-z0-9]{43}\b"),
        new("pypi-token", @"\bpypi-[A-Za-z0-9_-]{50,}"),
        new("rubygems-key", @"\brubygems_[a-f0-9]{48}\b"),
        new("crates-token", @"\bcio[A-Za-z0-9]{32}\b"),
        new("docker-token", @"\bdckr_(pat|oat)_[A-Za-z0-9_-]{20,}"),
        new("artifactory-key", @"\bAKCp[A-Za-z0-9]{60,}\b"),
    ];

    private static readonly SecretFamily[] Services =
    [
        new("slack-token", @"\bxox[abeoprs]-[A-Za-z0-9-]{10,}|\bxapp-[0-9]-[A-Za-z0-9-]{10,}"),
        new("slack-webhook", @"hooks\.slack\.com/(services|workflows|triggers)/(?<secret>[A-Za-z0-9+/]{20,})"),
        new("discord-webhook", @"discord(app)?\.com/api/webhooks/[0-9]{15,22}/(?<secret>[A-Za-z0-9_-]{60,80})"),
        new("discord-token", @"\b[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}\b"),
        new("telegram-token", @"\b[0-9]{8,10}:AA[A-Za-z0-9_-]{32,35}"),
        new("teams-webhook", @"webhook\.office\.com/webhookb2/[0-9a-f@-]{70,76}/IncomingWebhook/(?<secret>[0-9a-f]{32}/[0-9a-f-]{36})"),
        new("twilio-key", @"\bSK[0-9a-f]{32}\b"),
        new("sendgrid-key", @"\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{32,}"),
        new("mailgun-key", @"\bkey-[0-9a-f]{32}\b"),
        new("mailchimp-key", @"\b[0-9a-f]{32}-us[0-9]{1,2}\b"),
        new("brevo-key", @"\bxkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}\b"),
        new("stripe-key", @"\b([rs]k_(live|test|prod)|whsec)_[A-Za-z0-9]{16,}"),
        new("square-token", @"\bsq0(atp|csp)-[A-Za-z0-9_-]{22,43}|\bEAAA[A-Za-z0-9_-]{60}\b"),
        new("braintree-token", @"\baccess_token\$(production|sandbox)\$[0-9a-z]{16}\$[0-9a-f]{32}\b"),
        new("shopify-token", @"\bshp(at|ca|pa|ss)_[a-fA-F0-9]{32}\b"),
        new("vault-token", @"\bhv[sbr]\.[A-Za-z0-9_-]{24,}"),
        new("terraform-token", @"\b[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,70}"),
        new("pulumi-token", @"\bpul-[a-f0-9]{40}\b"),
        new("doppler-token", @"\bdp\.(pt|st|ct|sa)\.[A-Za-z0-9._-]{40,}"),
        new("onepassword-token", @"\bops_eyJ[A-Za-z0-9_=-]{100,}"),
        new("newrelic-key", @"\bNRAK-[A-Z0-9]{27}\b"),
        new("grafana-token", @"\bgl(sa|c)_[A-Za-z0-9_+/=]{32,}"),
        new("sentry-token", @"://(?<secret>[0-9a-f]{32})@[a-z0-9.-]{0,40}sentry"),
        new("sentry-token", @"\bsntry[su]_[A-Za-z0-9+/=_]{40,}"),
        new("postman-key", @"\bPMAK-[a-f0-9]{24}-[a-f0-9]{34}\b"),
        new("linear-key", @"\blin_(api|oauth)_[A-Za-z0-9]{32,}"),
        new("notion-token", @"\b(ntn_[A-Za-z0-9]{40,}|secret_[A-Za-z0-9]{43})\b"),
        new("figma-token", @"\bfigd_[A-Za-z0-9_-]{40,}"),
        new("airtable-token", @"\bpat[A-Za-z0-9]{14}\.[a-f0-9]{64}\b"),
        new("dropbox-token", @"\bsl\.[A-Za-z0-9_=-]{100,}"),
    ];

    private static readonly SecretFamily[] Models =
    [
        // OpenAI's, Anthropic's, DashScope's, DeepSeek's and those of many who followed; a digit tells them from words.
        new("model-key", @"\bsk-(?=[A-Za-z_-]*[0-9])[A-Za-z0-9_-]{20,}"),
        new("huggingface-token", @"\b(hf|api_org)_[A-Za-z0-9]{30,}\b"),
        new("groq-key", @"\bgsk_[A-Za-z0-9]{40,}"),
        new("replicate-token", @"\br8_[A-Za-z0-9]{37}\b"),
        new("perplexity-key", @"\bpplx-[A-Za-z0-9]{40,}"),
        new("xai-key", @"\bxai-[A-Za-z0-9]{60,}"),
        new("zhipu-key", @"\b[0-9a-f]{32}\.[A-Za-z0-9]{16}\b"),
        new("modelscope-token", @"\bms-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"),
    ];

    private static readonly SecretFamily[] Formats =
    [
        new("private-key", @"-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY( BLOCK)?-----[\s\S]*?-----END ([A-Z0-9]+ )*PRIVATE KEY( BLOCK)?-----"),
        new("private-key", @"\bMII[A-Za-z0-9]{2,6}IBADANBgkqhkiG9w0BAQEFAASC[A-Za-z0-9+/]{20,}={0,2}"),
        new("private-key", @"\bMII[A-Za-z0-9]{2,4}IBAAKC[A-Za-z0-9+/]{20,}={0,2}"),
        new("private-key", @"<(?<part>D|P|Q|DP|DQ|InverseQ)>(?<secret>[A-Za-z0-9+/\s]{20,}={0,2})</\k<part>>"),
        new("private-key", @"\bAGE-SECRET-KEY-1[A-Z0-9]{58}\b"),
        new("json-web-token", @"\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]*"),
        // No secret, but what ends a message for the model: servers read it in a text as well, and the text would speak for us.
        new("control-token", @"<\|[A-Za-z_]{2,40}\|>"),
        new("bearer-header", @"\b[Bb]earer (?=[A-Za-z+/_.~-]*[0-9])(?<secret>[A-Za-z0-9+/_.~-]{16,}=*)"),
        new("basic-header", @"\b[Bb]asic (?=[A-Za-z+/]*([0-9=]|[a-z][A-Z][A-Za-z]*[a-z][A-Z]))(?<secret>[A-Za-z0-9+/]{8,}={0,2})(?![A-Za-z])"),
        new("url-password", """\b(?i:[a-z][a-z0-9+.-]{1,20})://[^\s/:@"']{0,100}:(?<secret>[^\s/:@"'{}<>*]{3,200})@"""),
    ];

    private static readonly SecretFamily[] Embedded =
    [
        new(
            "connection-string",
            """(?<![A-Za-z0-9])[\w.-]{0,40}(?i:password|pwd|accountkey|sharedaccesskey|sharedaccesssignature|sharedsecret|access[ _]?key|client[ _]?secret|api[ _]?key|(access|refresh|auth)_?token|(?<![A-Za-z])sig)\s*=\s*["']?(?<secret>[^;&"'{}\s<>@][^;&"'{}\r\n]{2,}?)(?=["';&\r\n]|$)""",
            SecretPlace.Literals) { Accepts = SecretValue.IsPassword },
        new("sql-password", @"\b(?i:identified\s+by|password)\s*=?\s*N?'(?<secret>[^'\s@{}]{4,100})'", SecretPlace.Literals) { Accepts = SecretValue.IsPassword },
        new("command-line-password", """(?<=^|[\s"'])(--?|/)(?i:password|passwd|token|api-?key|secret|client-?secret)[ =:]'?(?<secret>[^\s"'{}<>-][^\s"'{}<>]{3,})""", SecretPlace.Literals) { Accepts = SecretValue.IsPassword },
        new("command-line-password", """(?<=\s)(-u|--user)[ =]'?[^\s:'"]{1,64}:(?<secret>[^\s"'{}<>]{4,})""", SecretPlace.Literals) { Accepts = SecretValue.IsPassword },
        new("command-line-password", """\bsshpass\s+-p\s?'?(?<secret>[^\s"'{}<>]{4,})""", SecretPlace.Literals) { Accepts = SecretValue.IsPassword },
        new("command-line-password", """\b(mysql(dump|admin)?|mariadb(-dump)?)\b[^|;&]{0,200}?\s-p'?(?<secret>[^\s"'{}<>]{4,})""", SecretPlace.Literals) { Accepts = SecretValue.IsPassword },
        new("command-line-password", """\bnet\s+use\s[^|;&]{0,200}?\s(?<secret>[^\s"'{}<>/\\]{4,})\s+/user:""", SecretPlace.Literals) { Accepts = SecretValue.IsPassword },
        new("netrc-password", @"\blogin\s+\S{1,64}\s+password\s+(?<secret>[^\s""'{}<>]{4,})", SecretPlace.Literals) { Accepts = SecretValue.IsPassword },
        new("token-header", @"^(Token|ApiKey|Api-Key|Key)\s(?=[A-Za-z+/_.~-]*[0-9])(?<secret>[A-Za-z0-9+/_.~-]{16,}=*)$", SecretPlace.Literals),
        new(
            "json-password",
            """["'](?i:[\w:.-]{0,40}(password|passwd|pwd|secret|apikey|api_key|access_?token|auth_?token))["']\s*:\s*["'](?<secret>[^"'\s{}<>]{4,})["']""",
            SecretPlace.Literals) { Accepts = SecretValue.IsPassword },
        new(
            "xml-password",
            """(?i:key|name)\s*=\s*["'](?i:[\w:.-]{0,60}(password|passwd|pwd|secret|apikey|accesskey|token))["']\s+(?i:value)\s*=\s*["'](?<secret>[^"'\s{}<>]{4,})["']""",
            SecretPlace.Literals) { Accepts = SecretValue.IsPassword },
        new("xml-password", @"<(?i:(\w+:)?(password|secret|apikey|clearTextPassword))(\s[^<>]{0,60})?>(?<secret>[^<>\s{}]{4,})</", SecretPlace.Literals) { Accepts = SecretValue.IsPassword },
        new("yaml-password", @"(?m)^[ \t-]*(?i:[\w.-]{0,40}(password|passwd|pwd|secret|api_?key))[ \t]*:[ \t]*[""']?(?<secret>[^\s""'{}<>,()]{5,})[""']?[ \t\r]*$", SecretPlace.Literals) { Accepts = SecretValue.IsPassword },
        new("environment-password", @"\b(?i:export\s+|set\s+)?[A-Z][A-Z0-9_]*(PASSWORD|PASSWD|PWD|SECRET|API_KEY|TOKEN)=(?<secret>[^\s""'{}<>$%;&]{5,})", SecretPlace.Literals) { Accepts = SecretValue.IsPassword },
        new(
            "password-in-prose",
            @"\b(?i:password|passwd|pwd|passphrase|api[ _-]?key|token|secret|密码|口令)\s{1,2}(?<secret>[^\s""'();,<>{}\[\]]{8,})",
            SecretPlace.LiteralsAndComments) { Accepts = SecretValue.IsKey },
        new("chinese-password", @"(密码|口令|密钥|秘钥)\s{0,2}(是|为|[:：=＝])\s{0,2}[""'“「]?(?<secret>[!-~]{4,})", SecretPlace.LiteralsAndComments) { Accepts = SecretValue.IsPassword },
        new(
            "comment-password",
            @"(?i:password|passwd|pwd|passphrase)s?(\s[a-z]{1,12}){0,6}\s{0,2}(\sis\s{1,2}|[:=]\s{0,2})(?<secret>(?=\D*[0-9])[^\s""'();,<>{}\[\]]{6,})",
            SecretPlace.Comments) { Accepts = SecretValue.IsPassword },
        new("comment-password", @"(?i:password|passwd|pwd|passphrase)s?(\s[a-z]{1,12}){0,6}\s(is|=|:)\s<c>(?<secret>[^\s<>]{4,})</c>", SecretPlace.Comments) { Accepts = SecretValue.IsPassword },
        new(
            "comment-password",
            @"(?i:secret|api[ _-]?key|token|credential)s?\s{0,2}(is\s{1,2}|[:=]\s{0,2})(?<secret>[^\s""'();,<>{}\[\]]{6,})",
            SecretPlace.Comments) { Accepts = SecretValue.IsKey },
    ];

    /// <summary>Every family.</summary>
    public static ImmutableArray<SecretFamily> All { get; } = [.. Clouds, .. Repositories, .. Services, .. Models, .. Formats, .. Embedded];
}
