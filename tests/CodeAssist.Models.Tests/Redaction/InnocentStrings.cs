using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CodeAssist.Models.Tests.Redaction;

/// <summary>A thousand lines of C# whose strings look like secrets and are none, by kind.</summary>
internal static class InnocentStrings
{
    private static readonly string[] Nouns =
        ["Order", "Customer", "Invoice", "Session", "Token", "Password", "Account", "Secret", "Payment", "Cache", "Index", "Credential", "Key", "Shipment", "Report", "User", "Access", "Api", "Login", "Certificate"];

    private static readonly string[] Verbs =
        ["Create", "Delete", "Update", "Validate", "Reset", "Parse", "Refresh", "Expire", "Rotate", "Find", "Load", "Store", "Encrypt", "Sign", "Verify", "Import", "Export", "Merge", "Split", "Count"];

    private static readonly string[] Cultures =
        ["en-US", "zh-Hans-CN", "de-DE", "sr-Latn-RS", "ca-ES-valencia", "zh-Hant", "pt-BR", "uz-Cyrl-UZ", "x-iv_mathan", "en-US-POSIX"];

    private static readonly (string Kind, Func<int, string> Make)[] Kinds =
    [
        ("GUID", i => $"static readonly Guid Id = new(\"{Guid(i):D}\");"),
        ("GUID without dashes", i => $"var id = \"{Guid(i):N}\";"),
        ("MD5 in test data", i => $"Assert.Equal(\"{HexOf(MD5.HashData(Bytes(i)))}\", Compute(file));"),
        ("SHA-1 of a commit", i => $"var commit = \"{HexOf(SHA1.HashData(Bytes(i)))}\";"),
        ("SHA-256 in test data", i => $"new object[] {{ \"abc{i}\", \"{HexOf(SHA256.HashData(Bytes(i)))}\" }},"),
        ("SHA-256 in base64", i => $"var expectedHash = \"{Convert.ToBase64String(SHA256.HashData(Bytes(i)))}\";"),
        ("integrity attribute", i => $"Script(\"app.js\", \"sha384-{Convert.ToBase64String(SHA384.HashData(Bytes(i)))}\");"),
        ("resource name", i => $"manager.GetString(\"{Verb(i)}{Noun(i)}_{Noun(i + 3)}Invalid_Description\");"),
        ("embedded resource", i => $"assembly.GetManifestResourceStream(\"Contoso.Shop.{Noun(i)}s.Resources.{Verb(i)}{Noun(i + 1)}Template.v{i}.html\");"),
        ("icon in base64", i => $"const string Icon{i} = \"iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAYAAAAf8/9h{Convert.ToBase64String(SHA512.HashData(Bytes(i)))}\";"),
        ("data URL", i => $"Image(\"data:image/gif;base64,R0lGODlhAQABAIAA{Convert.ToBase64String(SHA256.HashData(Bytes(i)))}\");"),
        ("long identifier", i => $"Call(\"{Verb(i)}{Noun(i)}{Verb(i + 5)}{Noun(i + 7)}{Verb(i + 2)}Async{i}\");"),
        ("snake-cased identifier", i => $"metrics.Add(\"{Verb(i)}_{Noun(i)}_{Noun(i + 4)}_total_seconds_bucket_{i}\".ToLower());"),
        ("URL", i => $"var address = new Uri(\"https://api{i}.example.com/v2/{Noun(i)}s/{Guid(i)}/items?page={i}&sort=created_at\");"),
        ("URL with a port", i => $"client.BaseAddress = new(\"http://service-{i}.internal:80{i % 100:00}/api/\");"),
        ("URL with a hole for the password", _ => "var u = $\"postgres://{user}:{password}@{host}/db\";"),
        ("SQL", i => $"db.Query(\"SELECT * FROM Users WHERE Name = @name AND Password = @password AND Id > {i}\");"),
        ("SQL of a schema", i => $"db.Execute(\"CREATE TABLE {Noun(i)}s (Id INT, PasswordHash NVARCHAR(128) NOT NULL, Token VARCHAR({i + 10}))\");"),
        ("format string", i => $"string.Format(\"{{0:yyyy-MM-ddTHH:mm:ss.fffffffK}} {{1,-{i + 2}}} {{2:X8}}\", a, b, c);"),
        ("regular expression", i => $"new Regex(@\"^(?<{Noun(i)}>[A-Za-z0-9+/_-]{{{i + 20},}})={{0,2}}\\b(?!\\d{{3}})$\");"),
        ("culture name", i => $"CultureInfo.GetCultureInfo(\"{Cultures[i % Cultures.Length]}\");"),
        ("path on Windows", i => $"File.Exists(@\"C:\\Program Files\\Contoso\\{Noun(i)}\\v{i}.2.1\\bin\\{Verb(i)}Service.exe\");"),
        ("path on Unix", i => $"File.Exists(\"/usr/local/share/contoso/{Noun(i)}/{i}/lib{Verb(i)}.so.1.2.{i}\");"),
        ("path of a secret", i => $"options.PasswordFile = \"/run/secrets/db_password_{i}\";"),
        ("assembly name", i => $"Type.GetType(\"Contoso.{Noun(i)}, Contoso.Core, Version={i}.0.0.0, Culture=neutral, PublicKeyToken={HexOf(MD5.HashData(Bytes(i)))[..16]}\");"),
        ("public key", i => $"[assembly: InternalsVisibleTo(\"Tests, PublicKey=0024000004800000940000000602000000240000525341310004000001000100{HexOf(SHA512.HashData(Bytes(i)))}\")]"),
        ("version", i => $"const string TokenVersion = \"{i}.12.3-beta.4+build.{i * 7}\";"),
        ("media type", i => $"content.Headers.ContentType = new(\"application/vnd.contoso.{Noun(i)}-v{i}+json\");"),
        ("message about a password", i => $"throw new ArgumentException(\"The password must have at least {i + 8} characters and a digit.\", nameof(password));"),
        ("title of a password field", i => $"var passwordLabel = \"{Verb(i)} password\"; var passwordTitle = \"{Verb(i)}Password\";"),
        ("name of a secret", i => $"var password = configuration[\"{Noun(i)}:Password\"]; const string PasswordKey = \"{Noun(i)}:Password\";"),
        ("constant of its own name", _ => "public const string Password = \"password\"; public const string Secret = \"secret\";"),
        ("environment variable", i => $"var token = Environment.GetEnvironmentVariable(\"{Noun(i).ToUpperInvariant()}_{i}_API_TOKEN\");"),
        ("endpoint of tokens", i => $"options.TokenEndpoint = \"/connect/token{i}\"; options.TokenType = \"Bearer\";"),
        ("token of a parser", i => $"if (token == \"{Verb(i).ToLowerInvariant()}\" || nextToken == \"int{i}\" || token.Text == \"::=\") Advance();"),
        ("JSON", i => $"var json = \"{{\\\"id\\\":{i},\\\"name\\\":\\\"{Noun(i)}{i}\\\",\\\"passwordRequired\\\":true,\\\"token\\\":null}}\";"),
        ("JSON path", i => $"document.Select(\"$.{Noun(i)}s[?(@.token=='{Verb(i)}')].accessRules[{i}]\");"),
        ("connection string without a password", i => $"const string Connection = \"Server=db{i};Database={Noun(i)}s;Integrated Security=true;MultipleActiveResultSets=True\";"),
        ("connection string with a hole", i => $"var c = $\"Server=db{i};User Id={{user}};Password={{password}};Pooling=true\";"),
        ("connection string with a variable", _ => "var c = \"Server=db;Password=%DB_PASSWORD%;Encrypt=true\" + \"Pwd=$(DbPassword)\" + \"Pwd=<your password>\";"),
        ("stars", i => $"password = \"{new string('*', (i % 12) + 4)}\"; secret = \"[redacted]\"; apiKey = \"xxxxxxxxxxxx\";"),
        ("alphabet", i => $"const string Characters{i} = \"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/\";"),
        ("words of Latin", i => $"var text = \"Lorem ipsum dolor sit amet, consectetur {Verb(i)} elit, sed do eiusmod {Noun(i)} incididunt {i}\";"),
        ("Chinese", i => $"var text = \"请输入密码（至少 {i + 8} 位）：Password=…\";"),
        ("date format", i => $"DateTime.ParseExact(value, \"yyyyMMddTHHmmss{new string('f', (i % 7) + 1)}Z\", null);"),
        ("e-mail", i => $"var sender = \"no-reply+{Noun(i)}{i}@mail-{i}.contoso.example\";"),
        ("header name", i => $"request.Headers.Remove(\"X-{Noun(i)}-{Verb(i)}-Request-Id-{i}\");"),
        ("authorization in words", i => $"logger.LogInformation(\"Bearer authentication failed for {Noun(i)} {{User}}; Basic Authentication is off\");"),
        ("colours", i => $"string[] colors = [\"#ff{i % 256:x2}aa\", \"#0f{i % 256:x2}{i % 256:x2}cc\", \"rgba({i % 256},0,12,0.5)\"];"),
        ("bytes of a header", i => $"byte[] header = {{ 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x{i % 256:X2}, 0x0D }};"),
        ("table of numbers", i => $"int[] primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, {i % 1000}];"),
        ("certificate", i => $"const string Certificate = \"-----BEGIN CERTIFICATE-----\\nMIIB{Convert.ToBase64String(SHA512.HashData(Bytes(i)))}\\n-----END CERTIFICATE-----\";"),
        ("head of a key", _ => "if (text.StartsWith(\"-----BEGIN RSA PRIVATE KEY-----\", StringComparison.Ordinal)) ReadPem(text);"),
        ("package reference", i => $"var reference = \"<PackageReference Include=\\\"Contoso.{Noun(i)}\\\" Version=\\\"{i}.1.0\\\" PrivateAssets=\\\"all\\\" />\";"),
        ("log of a cache", i => $"cache.Set(\"tenant:{i}:user:{Guid(i):N}:permissions:v3\", value);"),
        ("ULID", i => $"var id = \"01{HexOf(SHA256.HashData(Bytes(i)))[..24].ToUpperInvariant()}\";"),
        ("style sheet", i => $"Class(\"sk-folding-cube-animation-{Verb(i).ToLowerInvariant()} key-value-list token-list\");"),
        ("prefix of tokens", _ => "if (value.StartsWith(\"ghp_\") || value.StartsWith(\"sk-\") || value.StartsWith(\"AKIA\")) Warn();"),
        ("query", i => $"var query = \"?access_type=offline&response_type=token&client_id=shop-{i}&redirect_uri=https%3A%2F%2Fexample.com%2Fcallback\";"),

        // The hard ones: nothing in the line says what they are.
        ("hash in base64 without a name", i => $"Assert.Equal(\"{Convert.ToBase64String(SHA256.HashData(Bytes(i)))}\", result);"),
        ("signature in base64 without a name", i => $"Check(\"{Convert.ToBase64String(SHA512.HashData(Bytes(i)))}\");"),
        ("compressed data", i => $"var data = Decompress(\"H4sIAAAAAAAACs1{Convert.ToBase64String(SHA256.HashData(Bytes(i)))}\");"),
    ];

    /// <summary>The lines, by kind: the hard ones seven times, which is more than they are of real code, the others in turn up to a thousand.</summary>
    public static IReadOnlyList<(string Kind, string Code)> All { get; } = Make();

    private static List<(string, string)> Make()
    {
        var lines = new List<(string, string)>();
        var hard = Kinds.Where(kind => kind.Kind.EndsWith("without a name", StringComparison.Ordinal)).ToList();
        foreach (var (kind, make) in hard)
            lines.AddRange(Enumerable.Range(0, 7).Select(i => (kind, make(i))));
        var others = Kinds.Except(hard).ToList();
        for (var i = 0; lines.Count < 1000; i++)
            lines.Add((others[i % others.Count].Kind, others[i % others.Count].Make(i)));
        return lines;
    }

    private static string Noun(int i) => Nouns[i % Nouns.Length];

    private static string Verb(int i) => Verbs[i % Verbs.Length];

    private static byte[] Bytes(int i) => Encoding.UTF8.GetBytes(i.ToString(CultureInfo.InvariantCulture));

    private static string HexOf(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private static Guid Guid(int i) => new(MD5.HashData(Bytes(i)));
}
