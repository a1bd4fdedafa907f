using System.Globalization;
using System.Text;

namespace CodeAssist.Models.Tests.Redaction;

/// <summary>A secret in C# source: what must not leave, in any of its pieces.</summary>
internal sealed record PlantedSecret(string Family, string Form, string Code, IReadOnlyList<string> Pieces)
{
    public override string ToString() => $"{Family}, {Form}";
}

/// <summary>
/// Secrets of every family, made when the tests run: the same ones each time, from parts, so that no file holds one and
/// no scanner takes this repository for a leak.
/// </summary>
internal static class PlantedSecrets
{
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Digits = "0123456789";
    private const string Hex = "0123456789abcdef";
    private const string Base62 = Lower + Upper + Digits;
    private const string Base64 = Base62 + "+/";

    // What a family's secrets are made of: a literal part, then characters drawn from an alphabet, and so on.
    private static readonly (string Family, Func<Dice, string> Make)[] Tokens =
    [
        ("aws-access-key-id", dice => "AK" + "IA" + dice.Of(Upper + "234567", 16)),
        ("aws-session-token", dice => "IQoJb3" + "JpZ2luX2" + dice.Of(Base62, 80)),
        ("aws-bedrock-key", dice => "AB" + "SK" + dice.Of(Base62, 120)),
        ("azure-storage-key", dice => dice.Of(Base62, 86) + "=="),
        ("azure-client-secret", dice => dice.Of(Base62, 3) + "8Q" + "~" + dice.Of(Base62, 34)),
        ("azure-service-key", dice => dice.Of(Base62, 44) + "Az" + "Fu" + dice.Of(Base62, 6) + "=="),
        ("azure-devops-token", dice => dice.Of(Base62, 76) + "AZ" + "DO" + dice.Of(Base62, 4)),
        ("google-api-key", dice => "AI" + "za" + dice.Of(Base62, 35)),
        ("google-oauth", dice => "GOC" + "SPX-" + dice.Of(Base62, 28)),
        ("firebase-server-key", dice => "AA" + "AA" + dice.Of(Base62, 7) + ":APA" + "91b" + dice.Of(Base62, 134)),
        ("alibaba-access-key", dice => "LT" + "AI" + dice.Of(Base62, 20)),
        ("tencent-secret-id", dice => "AK" + "ID" + dice.Of(Base62, 32)),
        ("baidu-key", dice => "bce-v3" + "/ALTAK-" + dice.Of(Base62, 21) + "/" + dice.Of(Hex, 40)),
        ("digitalocean-token", dice => "dop" + "_v1_" + dice.Of(Hex, 64)),
        ("heroku-key", dice => "HR" + "KU-" + dice.Of(Base62, 50)),
        ("databricks-token", dice => "da" + "pi" + dice.Of(Hex, 32)),
        ("github-token", dice => "gh" + "p_" + dice.Of(Base62, 36)),
        ("github-token", dice => "github" + "_pat_" + dice.Of(Base62, 22) + "_" + dice.Of(Base62, 59)),
        ("gitlab-token", dice => "glp" + "at-" + dice.Of(Base62, 20)),
        ("atlassian-token", dice => "AT" + "ATT3" + dice.Of(Base62, 180)),
        ("npm-token", dice => "np" + "m_" + dice.Of(Base62, 36)),
        ("nuget-key", dice => "oy" + "2" + dice.Of(Lower + Digits, 43)),
        ("pypi-token", dice => "py" + "pi-" + dice.Of(Base62, 160)),
        ("rubygems-key", dice => "ruby" + "gems_" + dice.Of(Hex, 48)),
        ("docker-token", dice => "dckr" + "_pat_" + dice.Of(Base62, 27)),
        ("slack-token", dice => "xo" + "xb-" + dice.Of(Digits, 12) + "-" + dice.Of(Base62, 24)),
        ("discord-token", dice => "M" + dice.Of(Base62, 25) + "." + dice.Of(Base62, 6) + "." + dice.Of(Base62, 38)),
        ("telegram-token", dice => "7" + dice.Of(Digits, 9) + ":" + "AA" + dice.Of(Base62, 33)),
        ("twilio-key", dice => "S" + "K" + dice.Of(Hex, 32)),
        ("sendgrid-key", dice => "S" + "G." + dice.Of(Base62, 22) + "." + dice.Of(Base62, 43)),
        ("mailgun-key", dice => "ke" + "y-" + dice.Of(Hex, 32)),
        ("mailchimp-key", dice => dice.Of(Hex, 32) + "-us" + "12"),
        ("stripe-key", dice => "sk_" + "live_" + dice.Of(Base62, 24)),
        ("square-token", dice => "sq0" + "atp-" + dice.Of(Base62, 22)),
        ("shopify-token", dice => "shp" + "at_" + dice.Of(Hex, 32)),
        ("vault-token", dice => "hv" + "s." + dice.Of(Base62, 92)),
        ("terraform-token", dice => dice.Of(Base62, 14) + ".atlas" + "v1." + dice.Of(Base62, 67)),
        ("newrelic-key", dice => "NR" + "AK-" + dice.Of(Upper + Digits, 27)),
        ("grafana-token", dice => "gl" + "sa_" + dice.Of(Base62, 32) + "_" + dice.Of(Hex, 8)),
        ("postman-key", dice => "PM" + "AK-" + dice.Of(Hex, 24) + "-" + dice.Of(Hex, 34)),
        ("notion-token", dice => "nt" + "n_" + dice.Of(Base62, 46)),
        ("model-key", dice => "s" + "k-" + dice.Of(Hex, 31) + "7"),
        ("model-key", dice => "s" + "k-proj-" + dice.Of(Base62, 47) + "7"),
        ("huggingface-token", dice => "h" + "f_" + dice.Of(Base62, 34)),
        ("groq-key", dice => "gs" + "k_" + dice.Of(Base62, 52)),
        ("modelscope-token", dice => "m" + "s-" + dice.Of(Hex, 8) + "-" + dice.Of(Hex, 4) + "-" + dice.Of(Hex, 4) + "-" + dice.Of(Hex, 4) + "-" + dice.Of(Hex, 12)),
        ("zhipu-key", dice => dice.Of(Hex, 32) + "." + dice.Of(Base62, 16)),
        ("json-web-token", dice => "ey" + "J" + dice.Of(Base62, 30) + ".ey" + "J" + dice.Of(Base62, 60) + "." + dice.Of(Base62, 43)),
        ("high-entropy", dice => dice.Of(Base62, 40)),
        ("high-entropy", dice => dice.Of(Base64, 43) + "="),
    ];

    // Where a secret may stand. What is drawn into pieces says which.
    private static readonly (string Form, Func<string, Dice, (string Code, IReadOnlyList<string> Pieces)> Plant)[] Forms =
    [
        ("regular string", (secret, _) => Whole(secret, $"client.Send(\"{secret}\");")),
        ("verbatim string", (secret, _) => Whole(secret, $"var path = @\"C:\\data\\\";\nclient.Send(@\"a \"\"quoted\"\" word {secret}\");")),
        ("raw string", (secret, _) => Whole(secret, $"client.Send(\"\"\"\n    first \"line\"\n    {secret}\n    \"\"\");")),
        ("interpolated string", (secret, _) => Whole(secret, $"client.Send($\"{{name}}: {secret} {{(flag ? \"a\" : \"b\")}}\");")),
        ("raw interpolated string", (secret, _) => Whole(secret, $"client.Send($$\"\"\"{{ \"value\": \"{secret}\", \"name\": \"{{{{name}}}}\" }}\"\"\");")),
        ("constant", (secret, _) => Whole(secret, $"private const string Value = \"{secret}\";")),
        ("attribute", (secret, _) => Whole(secret, $"[Connection(\"name\", \"{secret}\")]\npublic class C {{ }}")),
        ("line comment", (secret, _) => Whole(secret, $"// it's the old one: {secret} don't use it\nRun();")),
        ("block comment", (secret, _) => Whole(secret, $"/* \"{secret}\" */ Run();")),
        ("documentation comment", (secret, _) => Whole(secret, $"/// <example>Send(\"{secret}\")</example>\nvoid M() {{ }}")),
        ("commented-out code", (secret, _) => Whole(secret, $"// client.Send(\"{secret}\");\nRun();")),
        ("default of a parameter", (secret, _) => Whole(secret, $"void Send(string value = \"{secret}\") {{ }}")),
        ("UTF-8 literal", (secret, _) => Whole(secret, $"ReadOnlySpan<byte> value = \"{secret}\"u8;")),
        ("collection", (secret, _) => Whole(secret, $"string[] values = [\"one\", \"{secret}\", \"two\"];")),
        ("switch arm", (secret, _) => Whole(secret, $"var value = stage switch {{ 1 => \"{secret}\", _ => \"\" }};")),
        ("concatenation", (secret, dice) => Cut(secret, 2, dice, pieces => $"client.Send(\"{pieces[0]}\" + \"{pieces[1]}\");")),
        ("concatenation over lines", (secret, dice) => Cut(secret, 3, dice, pieces => $"client.Send(\n    \"{pieces[0]}\"\n    + @\"{pieces[1]}\"\n    + \"{pieces[2]}\");")),
        ("Concat", (secret, dice) => Cut(secret, 2, dice, pieces => $"client.Send(string.Concat(\"{pieces[0]}\", \"{pieces[1]}\"));")),
        ("escapes", (secret, _) => Escaped(secret)),
        ("bytes, hexadecimal", (secret, _) => Elements(secret, one => string.Create(CultureInfo.InvariantCulture, $"0x{(int)one:X2}"), list => $"var value = new byte[] {{ {list} }};")),
        ("bytes, decimal", (secret, _) => Elements(secret, one => ((int)one).ToString(CultureInfo.InvariantCulture), list => $"ReadOnlySpan<byte> value = [{list}];")),
        ("characters", (secret, _) => Elements(secret, one => $"'{one}'", list => $"var value = new[] {{ {list} }};")),
    ];

    /// <summary>Every planted secret.</summary>
    public static IReadOnlyList<PlantedSecret> All { get; } = [.. OfTokens(), .. InPlaces()];

    // Each kind of token in five forms, so that every form meets many kinds.
    private static IEnumerable<PlantedSecret> OfTokens()
    {
        var dice = new Dice();
        var form = 0;
        foreach (var (family, make) in Tokens)
        {
            for (var i = 0; i < 5; i++)
            {
                var (name, plant) = Forms[form++ % Forms.Length];
                var (code, pieces) = plant(make(dice), dice);
                yield return new PlantedSecret(family, name, code, pieces);
            }
        }
    }

    // Secrets that only their place gives away; § is where the secret stands.
    private static IEnumerable<PlantedSecret> InPlaces()
    {
        var dice = new Dice();
        (string Family, string Code)[] places =
        [
            ("password-assignment", "var password = \"§\";"),
            ("password-assignment", "private const string DbPassword = \"§\";"),
            ("password-assignment", "public string Password { get; set; } = \"§\";"),
            ("password-assignment", "public string Secret => \"§\";"),
            ("password-assignment", "var options = new Options { UserName = \"ada\", Password = \"§\" };"),
            ("password-assignment", "Connect(\"ada\", password: \"§\");"),
            ("password-assignment", "settings[\"Db:Password\"] = @\"§\";"),
            ("password-assignment", "var map = new Dictionary<string, string> { { \"ClientSecret\", \"§\" }, [\"other\"] = \"x\" };"),
            ("password-assignment", "if (password == \"§\") Enter();"),
            ("password-assignment", "if (\"§\" == password) Enter();"),
            ("password-assignment", "if (\"§\".Equals(user.Password)) Enter();"),
            ("password-assignment", "builder.WithPassword(\"§\").Build();"),
            ("password-assignment", "var credential = new NetworkCredential(\"ada\", \"§\");"),
            ("password-assignment", "var password = Environment.GetEnvironmentVariable(\"DB_PASSWORD\") ?? \"§\";"),
            ("password-assignment", "var secret = Encoding.UTF8.GetBytes(\"§\");"),
            ("password-assignment", "string pwd = \"\"\"§\"\"\";"),
            ("password-assignment", "var passphrase = \"§\" + \"tail9\";"),
            ("password-assignment", "[Login(User = \"ada\", Password = \"§\")]\nclass C { }"),
            ("key-assignment", "const string ApiKey = \"§\";"),
            ("key-assignment", "private readonly string _accessToken = \"§\";"),
            ("key-assignment", "request.Headers.Add(\"X-Api-Key\", \"§\");"),
            ("key-assignment", "var signingKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(\"§\"));"),
            ("key-assignment", "options.SubscriptionKey = \"§\";"),
            ("key-assignment", "services.AddClient(token: \"§\");"),
            ("connection-string", "var c = \"Server=db;User Id=sa;Password=§;Encrypt=true\";"),
            ("connection-string", "var c = \"Host=db;Username=ada;Pwd=§\";"),
            ("connection-string", "var c = $\"Server={host};Password=§;\";"),
            ("connection-string", "var c = \"\"\"\n    Server=db;\n    Password=§\n    \"\"\";"),
            ("connection-string", "var c = \"Server=db;\" + \"Password=§;\";"),
            ("connection-string", "var c = \"Endpoint=sb://x.example;SharedAccessKeyName=Root;SharedAccessKey=§=\";"),
            ("connection-string", "[Database(\"Data Source=db;Password=§\")]\nclass C { }"),
            ("sql-password", "db.Execute(\"ALTER LOGIN sa WITH PASSWORD = '§'\");"),
            ("sql-password", "db.Execute(\"CREATE USER ada IDENTIFIED BY '§'\");"),
            ("command-line-password", "Process.Start(\"mysqldump\", \"-u ada --password=§ orders\");"),
            ("command-line-password", "Run(\"deploy --user ada --token §\");"),
            ("json-password", "var json = \"{\\\"user\\\":\\\"ada\\\",\\\"password\\\":\\\"§\\\"}\";"),
            ("json-password", "var json = \"\"\"{ \"ClientSecret\": \"§\" }\"\"\";"),
            ("xml-password", "var xml = @\"<add key=\"\"ApiKey\"\" value=\"\"§\"\" />\";"),
            ("xml-password", "var xml = \"<user><password>§</password></user>\";"),
            ("yaml-password", "var yaml = \"\"\"\n    db:\n      user: ada\n      password: §\n    \"\"\";"),
            ("environment-password", "var script = \"export DB_PASSWORD=§\";"),
            ("environment-password", "File.WriteAllText(\".env\", \"API_KEY=§\\n\");"),
            ("comment-password", "// the password is §\nRun();"),
            ("comment-password", "/* api key: § */ Run();"),
            ("url-password", "var u = \"postgres://admin:§@db/orders\";"),
            ("url-password", "var u = $\"https://ada:§@{host}/feed\";"),
            ("url-password", "// see amqp://guest:§@rabbit\nRun();"),
            ("bearer-header", "request.Headers.Add(\"Authorization\", \"Bearer §0§\");"),
            ("basic-header", "request.Headers.Add(\"Authorization\", \"Basic §9§==\");"),
            ("azure-sas-signature", "var u = \"https://x.example/c?sv=2024-01-01&sig=§§§\";"),
            ("slack-webhook", "Post(\"https://hooks.slack." + "com/services/T0§/B0§/§§\");"),
            ("discord-webhook", "Post(\"https://discord." + "com/api/webhooks/123456789012345678/§§§§§§§\");"),
            ("aws-secret-access-key", "var c = \"aws_secret_access_key = §§§§0000\";"),
        ];
        foreach (var (family, code) in places)
        {
            // A password as people choose them: letters, digits, a sign that no syntax minds.
            var secret = "Pw" + dice.Of(Base62, 6) + "7";
            yield return new PlantedSecret(family, "by its place", code.Replace("§", secret, StringComparison.Ordinal), [secret]);
        }

        for (var i = 0; i < 4; i++)
        {
            var body = dice.Of(Base62, 64);
            var (head, foot) = ("-----BEGIN " + "RSA PRIVATE KEY-----", "-----END " + "RSA PRIVATE KEY-----");
            var code = (string[])
            [
                $"var pem = \"{head}\\nMII{body}\\n{foot}\";",
                $"var pem = @\"{head}\nMII{body}\n{foot}\";",
                $"var pem = \"\"\"\n    {head}\n    MII{body}\n    {foot}\n    \"\"\";",
                $"var pem = \"{head}\\n\"\n    + \"MII{body}\\n\"\n    + \"{foot}\";",
            ];
            yield return new PlantedSecret("private-key", "PEM", code[i], [body]);
        }

        yield return new PlantedSecret("private-key", "XML", $"var xml = \"<RSAKeyValue><D>{Body(dice, out var exponent)}</D></RSAKeyValue>\";", [exponent]);
        foreach (var code in (string[])["byte[] key = {{ {0} }};", "private static readonly byte[] AesKey = new byte[] {{ {0} }};", "ReadOnlySpan<byte> secret = [{0}];", "byte[] _signingKey = new byte[16] {{ {0} }};"])
        {
            var bytes = string.Join(", ", Enumerable.Range(0, 16).Select(_ => "0x" + dice.Of(Hex, 2)));
            yield return new PlantedSecret("key-bytes", "bytes", string.Format(CultureInfo.InvariantCulture, code, bytes), [bytes[..30]]);
        }
    }

    private static string Body(Dice dice, out string body) => body = dice.Of(Base62, 43);

    private static (string, IReadOnlyList<string>) Whole(string secret, string code) => (code, [secret]);

    private static (string, IReadOnlyList<string>) Cut(string secret, int count, Dice dice, Func<string[], string> code)
    {
        var length = secret.Length / count;
        var pieces = Enumerable.Range(0, count).Select(i => i == count - 1 ? secret[(i * length)..] : secret.Substring(i * length, length)).ToArray();
        return (code(pieces), pieces);
    }

    private static (string, IReadOnlyList<string>) Escaped(string secret)
    {
        var encoded = new StringBuilder();
        for (var i = 0; i < secret.Length; i++)
            encoded.Append(i % 5 == 0 ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)secret[i]:x4}") : secret[i].ToString());
        var text = encoded.ToString();
        return ($"client.Send(\"{text}\");", [text, text[(text.Length / 2)..]]);
    }

    private static (string, IReadOnlyList<string>) Elements(string secret, Func<char, string> element, Func<string, string> code)
    {
        var list = string.Join(", ", secret.Select(element));
        return (code(list), [list, list[(list.Length / 2)..]]);
    }

    /// <summary>The same characters in every run, of every process.</summary>
    internal sealed class Dice
    {
        private ulong _state = 88172645463325252UL;

        public string Of(string alphabet, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => alphabet[(int)(Next() % (ulong)alphabet.Length)]));

        // Marsaglia's xorshift: Random promises nothing from one version of the runtime to the next.
        private ulong Next()
        {
            _state ^= _state << 13;
            _state ^= _state >> 7;
            _state ^= _state << 17;
            return _state;
        }
    }
}
