using System.Globalization;
using System.Text;

namespace CodeAssist.Models.Tests.Redaction;

/// <summary>
/// A second set of secrets, written after the patterns and without a look at the first: forms of C# and of what C# holds
/// (settings, scripts, requests) that the first does not have. Made when the tests run, like those.
/// </summary>
internal static class FreshSecrets
{
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Digits = "0123456789";
    private const string Hex = "0123456789abcdef";
    private const string Base62 = Lower + Upper + Digits;

    private static readonly (string Family, Func<PlantedSecrets.Dice, string> Make)[] Tokens =
    [
        ("aws-access-key-id", dice => "AS" + "IA" + dice.Of(Upper + "234567", 16)),
        ("azure-storage-key", dice => dice.Of(Base62, 86) + "=="),
        ("azure-client-secret", dice => dice.Of(Base62, 3) + "7Q" + "~" + dice.Of(Base62, 32)),
        ("google-api-key", dice => "AI" + "zaSy" + dice.Of(Base62, 33)),
        ("google-oauth", dice => "ya2" + "9." + dice.Of(Base62, 60)),
        ("alibaba-access-key", dice => "LTA" + "I5t" + dice.Of(Base62, 18)),
        ("digitalocean-token", dice => "doo" + "_v1_" + dice.Of(Hex, 64)),
        ("databricks-token", dice => "da" + "pi" + dice.Of(Hex, 32) + "-2"),
        ("github-token", dice => "gh" + "s_" + dice.Of(Base62, 36)),
        ("gitlab-token", dice => "gld" + "t-" + dice.Of(Base62, 20)),
        ("atlassian-token", dice => "AT" + "BB" + dice.Of(Base62, 32)),
        ("npm-token", dice => "np" + "m_" + dice.Of(Base62, 36)),
        ("nuget-key", dice => "oy" + "2" + dice.Of(Lower + Digits, 43)),
        ("slack-token", dice => "xo" + "xp-" + dice.Of(Digits, 12) + "-" + dice.Of(Digits, 12) + "-" + dice.Of(Hex, 32)),
        ("discord-token", dice => "N" + dice.Of(Base62, 23) + "." + dice.Of(Base62, 6) + "." + dice.Of(Base62, 27)),
        ("telegram-token", dice => "51" + dice.Of(Digits, 8) + ":" + "AA" + dice.Of(Base62, 33)),
        ("sendgrid-key", dice => "S" + "G." + dice.Of(Base62, 22) + "." + dice.Of(Base62, 43)),
        ("stripe-key", dice => "rk_" + "test_" + dice.Of(Base62, 99)),
        ("shopify-token", dice => "shp" + "ss_" + dice.Of(Hex, 32)),
        ("vault-token", dice => "hv" + "b." + dice.Of(Base62, 140)),
        ("newrelic-key", dice => "NR" + "AK-" + dice.Of(Upper + Digits, 27)),
        ("model-key", dice => "s" + "k-ant-api03-" + dice.Of(Base62, 86) + "-7" + dice.Of(Base62, 6)),
        ("huggingface-token", dice => "h" + "f_" + dice.Of(Base62, 34)),
        ("json-web-token", dice => "ey" + "J" + dice.Of(Base62, 33) + ".ey" + "J" + dice.Of(Base62, 80) + "." + dice.Of(Base62, 86)),
        ("high-entropy", dice => dice.Of(Base62, 48)),
        ("high-entropy", dice => dice.Of(Base62 + "+/", 62) + "=="),
    ];

    private static readonly (string Form, Func<string, string> Plant)[] Forms =
    [
        ("verbatim interpolated string", secret => $"client.Send($@\"{{folder}}\\{secret}\\x\");"),
        ("literal in a hole", secret => $"client.Send($\"key={{(isTest ? \"{secret}\" : configured)}}&x=1\");"),
        ("dictionary, by index", secret => $"var values = new Dictionary<string, string> {{ [\"first\"] = \"{secret}\" }};"),
        ("dictionary, by pair", secret => $"var values = new Dictionary<string, string> {{ {{ \"first\", \"{secret}\" }} }};"),
        ("named argument of an attribute", secret => $"[Remote(Name = \"shop\", Value = \"{secret}\")]\ninternal class Client;"),
        ("documented parameter", secret => $"/// <param name=\"value\">Such as {secret}.</param>\nvoid Send(string value);"),
        ("verbatim UTF-8 literal", secret => $"private static ReadOnlySpan<byte> Value => @\"{secret}\"u8;"),
        ("case label", secret => $"switch (value) {{ case \"{secret}\": return 1; default: return 0; }}"),
        ("tuple", secret => $"(string, string) pair = (\"shop\", \"{secret}\");"),
        ("address with a query", secret => $"var address = new Uri(\"https://api.example.com/v1/items?limit=5&key={secret}\");"),
        ("address without a scheme", secret => $"Get(\"//api.example.com/{secret}/items\");"),
        ("region directive", secret => $"#region was {secret} until May\n#endregion"),
        ("raw string of JSON", secret => $"const string Settings = \"\"\"\n    {{\n      \"service\": {{ \"value\": \"{secret}\" }}\n    }}\n    \"\"\";"),
        ("JSON in a verbatim string", secret => $"var json = @\"{{ \"\"value\"\": \"\"{secret}\"\" }}\";"),
        ("JSON with escapes", secret => $"var json = \"{{\\\"value\\\":\\\"{secret}\\\"}}\";"),
        ("header in a request", secret => $"var request = \"GET / HTTP/1.1\\r\\nX-Auth: {secret}\\r\\n\\r\\n\";"),
        ("script", secret => $"var script = @\"export VALUE='{secret}' && ./deploy.sh\";"),
        ("end-of-line comment", secret => $"Run(key); // was: {secret}"),
        ("target-typed array", secret => $"string[] values = [ /* first */ \"{secret}\" ];"),
        ("switch pattern", secret => $"return value is \"{secret}\" or null;"),
        ("conditional directive", secret => $"#if DEBUG\n    Send(\"{secret}\");\n#endif"),
    ];

    // Pieces of one secret in several literals.
    private static readonly (string Form, Func<string[], string> Plant)[] Splits =
    [
        ("concatenation with a comment between", pieces => $"Send(\"{pieces[0]}\" + // first half\n    \"{pieces[1]}\");"),
        ("concatenation in brackets", pieces => $"Send(\"{pieces[0]}\" + (\"{pieces[1]}\"));"),
        ("Join", pieces => $"Send(string.Join(\"\", \"{pieces[0]}\", \"{pieces[1]}\"));"),
        ("Join of an array", pieces => $"Send(string.Join(string.Empty, new[] {{ \"{pieces[0]}\", \"{pieces[1]}\" }}));"),
        ("Append", pieces => $"var text = new StringBuilder().Append(\"{pieces[0]}\").Append(\"{pieces[1]}\");"),
        ("compound assignment", pieces => $"var text = \"{pieces[0]}\";\ntext += \"{pieces[1]}\";"),
        ("literals in holes", pieces => $"Send($\"{{\"{pieces[0]}\"}}{{\"{pieces[1]}\"}}\");"),
        ("Format", pieces => $"Send(string.Format(\"{{0}}{{1}}\", \"{pieces[0]}\", \"{pieces[1]}\"));"),
    ];

    private static readonly string[] Human =
        ["Sommer2024!", "hunter2!!", "Tr0ub4dor&3", "kJ8#mP2$vL", "Monkey-Barrel-77", "qwertzuiop", "L3tMe1nN0w", "zaq1@WSX", "Winter_19", "9fK2xQ7tB4nW"];

    /// <summary>Every secret of the set.</summary>
    public static IReadOnlyList<PlantedSecret> All { get; } = [.. OfTokens(), .. OfPieces(), .. Encoded(), .. InPlaces(), .. Keys()];

    private static IEnumerable<PlantedSecret> OfTokens()
    {
        var dice = new PlantedSecrets.Dice();
        var form = 0;
        foreach (var (family, make) in Tokens)
        {
            for (var i = 0; i < 4; i++)
            {
                var (name, plant) = Forms[form++ % Forms.Length];
                var secret = make(dice);
                yield return new PlantedSecret(family, name, plant(secret), [secret]);
            }
        }
    }

    private static IEnumerable<PlantedSecret> OfPieces()
    {
        var dice = new PlantedSecrets.Dice();
        for (var i = 0; i < 3 * Splits.Length; i++)
        {
            var (family, make) = Tokens[(i * 5) % Tokens.Length];
            var (form, plant) = Splits[i % Splits.Length];
            var secret = make(dice);
            string[] pieces = [secret[..(secret.Length / 2)], secret[(secret.Length / 2)..]];
            yield return new PlantedSecret(family, form, plant(pieces), pieces);
        }
    }

    // Other writings of a secret: who sees them has it.
    private static IEnumerable<PlantedSecret> Encoded()
    {
        var dice = new PlantedSecrets.Dice();
        foreach (var (family, make) in Tokens.Take(8))
        {
            var bytes = Encoding.UTF8.GetBytes(make(dice));
            var base64 = Convert.ToBase64String(bytes);
            yield return new PlantedSecret(family, "base64", $"Send(Encoding.UTF8.GetString(Convert.FromBase64String(\"{base64}\")));", [base64]);
            var hex = Convert.ToHexStringLower(bytes);
            yield return new PlantedSecret(family, "hexadecimal", $"Send(Encoding.UTF8.GetString(Convert.FromHexString(\"{hex}\")));", [hex]);
        }
    }

    // § is where the secret stands.
    private static IEnumerable<PlantedSecret> InPlaces()
    {
        (string Family, string Code)[] places =
        [
            ("connection string builder", "var builder = new SqlConnectionStringBuilder { DataSource = \"db\", UserID = \"sa\", Password = \"§\" };"),
            ("connection string builder", "builder[\"Password\"] = \"§\";"),
            ("connection string builder", "builder.Add(\"Pwd\", \"§\");"),
            ("connection string", "using var connection = new SqlConnection(\"Server=.;Database=shop;uid=sa;pwd=§\");"),
            ("connection string", "var c = @\"Data Source=db;User ID=sa;Password=\"\"§\"\";Encrypt=true\";"),
            ("connection string", "const string Redis = \"cache:6379,password=§,ssl=true,abortConnect=false\";"),
            ("connection string", "var c = $\"Host={host};Username=app;Password=§;Database={name}\";"),
            ("connection string", "optionsBuilder.UseMySql(\"server=localhost;user=root;password=§\", version);"),
            ("connection string", "var c = \"\"\"\n    Host=db;\n    Password=§;\n    \"\"\";"),
            ("address with a password", "var uri = \"mongodb+srv://app:§@cluster0.example.net/shop\";"),
            ("address with a password", "factory.Uri = new Uri(\"amqps://app:§@mq.example.com:5671/v\");"),
            ("address with a password", "Download(\"ftp://anonymous:§@files.example.com/a.zip\");"),
            ("password in an attribute", "[BasicAuthentication(User = \"admin\", Password = \"§\")]\npublic class C;"),
            ("password as a default", "void Connect(string host, string password = \"§\") { }"),
            ("password as a default", "record Database(string Host = \"db\", string Password = \"§\");"),
            ("password in a tuple", "var (user, password) = (\"admin\", \"§\");"),
            ("password in a tuple", "(string User, string Password) login = (\"admin\", \"§\");"),
            ("password in a tuple", "var login = (user: \"admin\", password: \"§\");"),
            ("password in a dictionary", "var form = new Dictionary<string, string> { { \"username\", \"app\" }, { \"password\", \"§\" } };"),
            ("password in a dictionary", "var form = new Dictionary<string, string> { [\"client_secret\"] = \"§\" };"),
            ("password in a dictionary", "new KeyValuePair<string, string>(\"client_secret\", \"§\")"),
            ("password in a dictionary", "KeyValuePair.Create(\"password\", \"§\")"),
            ("password in a dictionary", "new(\"passphrase\", \"§\")"),
            ("key in a header", "client.DefaultRequestHeaders.Add(\"X-Api-Key\", \"§\");"),
            ("key in a header", "request.Headers[\"Ocp-Apim-Subscription-Key\"] = \"§\";"),
            ("key in a header", "request.Headers.TryAddWithoutValidation(\"Authorization\", \"Token §\");"),
            ("password in a header", "new AuthenticationHeaderValue(\"Basic\", Convert.ToBase64String(Encoding.ASCII.GetBytes(\"admin:§\")));"),
            ("password in a header", "new AuthenticationHeaderValue(\"Basic\", Convert.ToBase64String(Encoding.UTF8.GetBytes($\"{user}:§\")));"),
            ("password on a command line", "Run(\"curl -u admin:§ https://example.com/api\");"),
            ("password on a command line", "start.Arguments = \"/user:deploy /password:§ /quiet\";"),
            ("password on a command line", "Run(\"sshpass -p '§' ssh deploy@host\");"),
            ("password on a command line", "Run(\"mysql -uroot -p§ shop\");"),
            ("password on a command line", "Run($\"docker login -u ci --password § {registry}\");"),
            ("password on a command line", "start.ArgumentList.Add(\"--password=§\");"),
            ("password on a command line", "Run(\"net use z: \\\\\\\\srv\\\\share §  /user:corp\\\\deploy\");"),
            ("password in settings text", "var env = \"\"\"\n    DB_HOST=db\n    DB_PASSWORD=§\n    \"\"\";"),
            ("password in settings text", "var ini = @\"[db]\nuser = sa\npassword = §\n\";"),
            ("password in settings text", "var toml = \"\"\"\n    api_key = \"§\"\n    \"\"\";"),
            ("password in settings text", "File.WriteAllText(\".npmrc\", \"//npm.example.com/:_authToken=§\");"),
            ("password in settings text", "File.WriteAllText(\".netrc\", \"machine example.com login app password §\");"),
            ("password in settings text", "var yaml = \"db:\\n  user: sa\\n  password: §\\n\";"),
            ("password in settings text", "var yaml = \"\"\"\n    db:\n      password: '§'\n    \"\"\";"),
            ("password in XML", "var xml = \"<add key=\\\"DbPassword\\\" value=\\\"§\\\"/>\";"),
            ("password in XML", "var xml = @\"<connectionStrings><add name='x' connectionString='Server=.;Password=§;'/></connectionStrings>\";"),
            ("password in XML", "var xml = \"<user name='app' password='§' />\";"),
            ("password in XML", "var xml = \"\"\"<wsse:Password Type=\"PasswordText\">§</wsse:Password>\"\"\";"),
            ("password in JSON", "var json = @\"{\"\"user\"\":\"\"app\"\",\"\"password\"\":\"\"§\"\"}\";"),
            ("password in JSON", "var json = \"\"\"{ \"Smtp\": { \"Host\": \"mail\", \"Password\": \"§\" } }\"\"\";"),
            ("password in JSON", "var json = $\"{{\\\"clientSecret\\\":\\\"§\\\",\\\"id\\\":{id}}}\";"),
            ("password in JSON", "var body = new { grant_type = \"password\", password = \"§\" };"),
            ("password in a form", "var body = new StringContent(\"grant_type=password&username=app&password=§\");"),
            ("password in a form", "var body = $\"client_id={id}&client_secret=§&scope=all\";"),
            ("password in a comment", "// the password of the test server is §\nConnect();"),
            ("password in a comment", "/* sa / password=§ */ Connect();"),
            ("password in a comment", "// pwd: §\nConnect();"),
            ("password in a comment", "/// <summary>The default password is <c>§</c>.</summary>\nvoid M();"),
            ("password in Chinese", "// 测试环境密码：§\nConnect();"),
            ("password in Chinese", "var 密码 = \"§\";"),
            ("password in Chinese", "var text = \"用户名:app;密码:§\";"),
            ("password under another name", "private readonly string _pwd = \"§\";"),
            ("password under another name", "const string DB_PASS = \"§\";"),
            ("password under another name", "var pw = \"§\";"),
            ("password under another name", "string dbPassWord = \"§\";"),
            ("password under another name", "var psw = \"§\";"),
            ("password under another name", "smtp.Passphrase = \"§\";"),
            ("password through a method", "foreach (var c in \"§\") securePassword.AppendChar(c);"),
            ("password through a method", "options.Password = \"§\".ToSecureString();"),
            ("password through a method", "container.WithPassword(\"§\").Build();"),
            ("password through a method", "user.SetPassword(\"§\");"),
            ("password through a method", "new PasswordAuthenticationMethod(\"deploy\", \"§\");"),
            ("password through a method", "var certificate = new X509Certificate2(\"site.pfx\", \"§\");"),
            ("password through a method", "var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, \"§\");"),
            ("password through a method", "new Rfc2898DeriveBytes(\"§\", salt, 100_000, HashAlgorithmName.SHA256);"),
            ("password through a method", "Environment.SetEnvironmentVariable(\"DB_PASSWORD\", \"§\");"),
            ("password through a method", "var p = Environment.GetEnvironmentVariable(\"DB_PASSWORD\") ?? \"§\";"),
            ("password through a method", "var p = configuration[\"Smtp:Password\"] ?? \"§\";"),
            ("password through a method", "var p = configuration.GetValue(\"Db:Password\", \"§\");"),
            ("password through a method", "client.Credentials = new NetworkCredential { UserName = \"app\", Password = \"§\" };"),
            ("password through a method", "await userManager.CreateAsync(user, password: \"§\");"),
            ("password from a member", "private static string Password => \"§\";"),
            ("password from a member", "static string GetPassword() => \"§\";"),
            ("password from a member", "static string GetPassword()\n{\n    return \"§\";\n}"),
            ("password from a member", "public string Secret { get; init; } = \"§\";"),
            ("password from a member", "services.Configure<ClientOptions>(o => o.Secret = \"§\");"),
            ("password compared", "if (\"§\" == password) Open();"),
            ("password compared", "if (password.Equals(\"§\", StringComparison.Ordinal)) Open();"),
            ("password compared", "if (string.Equals(password, \"§\")) Open();"),
            ("password compared", "if (password is \"§\") Open();"),
            ("password compared", "var ok = password switch { \"§\" => true, _ => false };"),
            ("password compared", "switch (password)\n{\n    case \"§\":\n        Open();\n        break;\n}"),
            ("password chosen", "var password = isTest ? \"§\" : Ask();"),
            ("password chosen", "var password = string.IsNullOrEmpty(given) ? \"§\" : given;"),
            ("password chosen", "password ??= \"§\";"),
            ("password chosen", "var user = new User(\"app\") with { Password = \"§\" };"),
            ("signing key", "var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(\"§\"));"),
            ("signing key", "using var hmac = new HMACSHA256(\"§\"u8.ToArray());"),
            ("signing key", "using var hmac = new HMACSHA512(Encoding.ASCII.GetBytes(\"§\"));"),
            ("signing key", "var jwtKey = \"§\";"),
            ("signing key", "options.SecretKey = \"§\";"),
        ];
        for (var i = 0; i < places.Length; i++)
        {
            var secret = places[i].Family.Contains("key", StringComparison.Ordinal) ? Human[^1] + i.ToString(CultureInfo.InvariantCulture) + "Zq" : Human[i % Human.Length];
            yield return new PlantedSecret(places[i].Family, "place", places[i].Code.Replace("§", secret, StringComparison.Ordinal), [secret]);
        }
    }

    private static IEnumerable<PlantedSecret> Keys()
    {
        var dice = new PlantedSecrets.Dice();
        var body = Enumerable.Range(0, 6).Select(_ => dice.Of(Base62 + "+/", 64)).ToArray();
        const string Begin = "-----BEGIN ";
        const string End = "-----END ";
        yield return new PlantedSecret("private key", "raw string", $"const string Key = \"\"\"\n    {Begin}OPENSSH PRIVATE KEY-----\n    {string.Join("\n    ", body)}\n    {End}OPENSSH PRIVATE KEY-----\n    \"\"\";", body);
        yield return new PlantedSecret("private key", "verbatim string", $"var key = @\"{Begin}EC PRIVATE KEY-----\n{string.Join("\n", body)}\n{End}EC PRIVATE KEY-----\";", body);
        yield return new PlantedSecret("private key", "added lines", $"var key = \"{Begin}PRIVATE KEY-----\\n\" +\n{string.Concat(body.Select(line => $"    \"{line}\\n\" +\n"))}    \"{End}PRIVATE KEY-----\";", body);
        yield return new PlantedSecret("private key", "joined lines", $"var key = string.Join(\"\\n\", \"{Begin}RSA PRIVATE KEY-----\", {string.Join(", ", body.Select(line => $"\"{line}\""))}, \"{End}RSA PRIVATE KEY-----\");", body);
        yield return new PlantedSecret("private key", "service account", $"var json = \"{{\\\"type\\\":\\\"service_account\\\",\\\"private_key\\\":\\\"{Begin}PRIVATE KEY-----\\\\n{string.Join("\\\\n", body)}\\\\n{End}PRIVATE KEY-----\\\\n\\\"}}\";", body);
        yield return new PlantedSecret("private key", "JSON web key", $"var jwk = \"\"\"{{ \"kty\": \"EC\", \"crv\": \"P-256\", \"x\": \"{dice.Of(Base62, 43)}\", \"d\": \"{body[0][..43]}\" }}\"\"\";", [body[0][..43]]);
        yield return new PlantedSecret("private key", "comment", $"/*\n{Begin}PGP PRIVATE KEY BLOCK-----\n\n{string.Join("\n", body)}\n=aB3d\n{End}PGP PRIVATE KEY BLOCK-----\n*/", body);
        var bytes = string.Join(", ", Enumerable.Range(0, 32).Select(i => string.Create(CultureInfo.InvariantCulture, $"0x{(i * 37 + 11) % 256:x2}")));
        yield return new PlantedSecret("key bytes", "collection", $"private static readonly byte[] EncryptionKey = [{bytes}];", [bytes]);
        yield return new PlantedSecret("key bytes", "stack", $"ReadOnlySpan<byte> secretKey = stackalloc byte[] {{ {bytes} }};", [bytes]);
        yield return new PlantedSecret("key bytes", "argument", $"aes.Key = new byte[] {{ {bytes} }};", [bytes]);
    }
}
