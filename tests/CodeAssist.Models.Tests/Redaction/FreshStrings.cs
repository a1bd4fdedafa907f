using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CodeAssist.Models.Tests.Redaction;

/// <summary>A second thousand of lines whose strings are no secrets: kinds that the first does not have.</summary>
internal static class FreshStrings
{
    private static readonly string[] Words =
        ["amber", "basket", "cinder", "dapple", "ember", "fathom", "gravel", "harbor", "indigo", "jasper", "kindle", "lantern", "meadow", "nectar", "orchid", "pebble", "quiver", "ripple", "saddle", "timber"];

    private static readonly (string Kind, Func<int, string> Make)[] Kinds =
    [
        ("Ethereum address", i => $"var wallet = \"0x{Hex(i, 40)}\";"),
        ("object id", i => $"var id = new ObjectId(\"{Hex(i, 24)}\");"),
        ("trace parent", i => $"headers.Add(\"traceparent\", \"00-{Hex(i, 32)}-{Hex(i + 1, 16)}-01\");"),
        ("image digest", i => $"var image = \"registry.example.com/{Word(i)}/api@sha256:{Hex(i, 64)}\";"),
        ("upper-case hash in a test", i => $"result.Should().Be(\"{Hex(i, 64).ToUpperInvariant()}\");"),
        ("test vector", i => $"[InlineData(\"{Hex(i, 32)}\", \"{Hex(i + 7, 32)}\", {i})]"),
        ("weak entity tag", i => $"response.Headers.ETag = new(\"\\\"{Hex(i, 16)}:{i}\\\"\", isWeak: true);"),
        ("content hash", i => $"\"contentHash\": \"{Base64(i, 64)}\","),
        ("subscription in a resource id", i => $"var id = \"/subscriptions/{Id(i)}/resourceGroups/{Word(i)}/providers/Microsoft.Web/sites/{Word(i + 1)}-{i}\";"),
        ("resource name of AWS", i => $"var topic = \"arn:aws:sns:eu-central-1:{100000000000 + i}:{Word(i)}-{Word(i + 3)}-events\";"),
        ("public SSH key", i => $"var known = \"ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQC{Alnum(i, 200)} {Word(i)}@host\";"),
        ("certificate in a chain", i => $"x5c.Add(\"MIIDdzCCAl+gAwIBAgIE{Base64(i, 90)}\");"),
        ("drawing", i => $"Path(\"M{i} 12.5L{i + 3}.25 8a4 4 0 01-4 4h-{i % 9}.5a.5.5 0 00-.5.5V{i + 8}z\");"),
        ("style sheet", i => $"var css = \".btn-{Word(i)}:hover{{background:linear-gradient(90deg,#1a2b3c {i % 100}%,rgba(0,0,0,.25));transform:translateX(-{i}px)}}\";"),
        ("minified script", i => $"var js = \"!function(e,t){{var n=e.querySelector('#a{i}');n&&n.addEventListener('click',function(r){{t(r.target.value)}})}}(document,{Word(i)});\";"),
        ("user agent", i => $"var agent = \"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{100 + (i % 40)}.0.0.0 Safari/537.36\";"),
        ("boundary", i => $"content.Headers.ContentType.Parameters.Add(new(\"boundary\", \"----WebKitFormBoundary{i}\"));"),
        ("chess position", i => $"var board = \"rnbqkb1r/pp1p1ppp/4pn2/2p5/2PP4/2N5/PP2PPPP/R1BQKBNR w KQkq - 0 {i}\";"),
        ("test card", i => $"card.Number = \"4242 4242 4242 {1000 + i % 9000}\";"),
        ("bank account", i => $"account.Iban = \"DE{10 + i % 89} 3704 0044 0532 0130 00\";"),
        ("schedule", i => $"RecurringJob.AddOrUpdate(\"{Word(i)}-cleanup\", () => Run(), \"{i % 60} {i % 24} * * MON-FRI\");"),
        ("globs", i => $"matcher.AddInclude(\"**/{Word(i)}*/**/*.{{cs,vb,fs}}\");"),
        ("address of a page", i => $"[HelpLink(\"https://learn.example.com/en-us/dotnet/api/{Word(i)}.{Word(i + 1)}.security.password-{i}#remarks\")]"),
        ("video", i => $"Embed(\"https://www.youtube.com/watch?v={Alnum(i, 11)}\");"),
        ("GraphQL", i => $"var query = \"query($token: ID!, $n: Int = {i}) {{ session(token: $token) {{ {Word(i)} user {{ id accessKeys(first: $n) {{ id }} }} }} }}\";"),
        ("path in XML", i => $"document.SelectNodes(\"//ns:{Word(i)}[@token='{i}']/ns:secret/text()\");"),
        ("T-SQL of a login", i => $"var sql = \"ALTER LOGIN {Word(i)}{i} WITH PASSWORD = @password, CHECK_POLICY = ON\";"),
        ("input field", i => $"html.Append(\"<input type=\\\"password\\\" name=\\\"password\\\" id=\\\"pw{i}\\\" autocomplete=\\\"current-password\\\" />\");"),
        ("route with a token", i => $"[HttpPost(\"reset-password/{{token}}/{Word(i)}\")]"),
        ("claim", i => $"new Claim(\"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/{Word(i)}\", \"value{i}\");"),
        ("scopes", i => $"string[] scopes = [\"openid\", \"profile\", \"offline_access\", \"api://{Id(i)}/{Word(i)}.read\"];"),
        ("header's name", i => $"private const string ApiKeyHeaderName = \"X-{Word(i)}-Api-Key\"; const string TokenHeader = \"X-CSRF-TOKEN\";"),
        ("name of a setting", i => $"var secret = options.Value[\"{Word(i)}:ClientSecret\"]; Get(\"ConnectionStrings:{Word(i)}\");"),
        ("message about tokens", i => $"logger.LogWarning(\"Token {{TokenId}} of {Word(i)} expired {{Minutes}} minutes ago; password login is off ({i})\", id, age);"),
        ("resource of a message", i => $"[Display(Name = \"Password_{Word(i)}_Placeholder\", Prompt = \"Enter your password\")]"),
        ("kinds of tokens", i => $"node.IsKind(SyntaxKind.OpenBraceToken); var tokenText = \"=>{i}\"; Expect(token: \"{Word(i)}\");"),
        ("empty password", i => $"string password = string.Empty; var pwd = \"\"; Login(user{i}, password: null!);"),
        ("character of a password box", i => $"box.PasswordChar = '*'; box.MaxLength = {i}; var passwordMask = \"●●●●●●\";"),
        ("full name of a generic type", i => $"Type.GetType(\"System.Collections.Generic.Dictionary`2[[System.String, System.Private.CoreLib],[Contoso.{Word(i)}+Entry, Contoso]], System.Private.CoreLib\");"),
        ("registry key", i => $"Registry.GetValue(@\"HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso\\{Word(i)}\\{{{Id(i)}}}\", \"InstallKey\", null);"),
        ("address of the network", i => $"IPAddress.Parse(\"2001:db8:85a3::8a2e:{i % 9999:x4}:7334\"); PhysicalAddress.Parse(\"00-1B-63-84-45-{i % 256:X2}\");"),
        ("polyline", i => $"var line = \"_p~iF~ps|U_ulLnnqC_mqNvxq`@{Word(i)}{i}\";"),
        ("font", i => $"Font(\"data:font/woff2;base64,d09GMgABAAAAA{Base64(i, 60)}\");"),
        ("WebAssembly", i => $"Load(\"AGFzbQEAAAABBgFgAX8Bf{Base64(i, 48)}\");"),
        ("descriptor of a protocol", i => $"byte[] descriptorData = Convert.FromBase64String(string.Concat(\"{Descriptor(i)}\"));"),
        ("automaton of a parser", i => $"private static int[] _serializedATN = {{ 4, 1, {i % 300}, 52, 2, 0, 7, 0, 2, 1, 7, 1, 2, 2, 7, 2, 2, 3, 7, 3, 2, 4, 7, 4, 1, 0, 5, 0, 12, 8, 0, 10 }};"),
        ("table of a checksum", i => $"uint[] table = [0x00000000, 0x77073096, 0xee0e612c, 0x990951ba, 0x{Hex(i, 8)}, 0x706af48f];"),
        ("snapshot of output", i => $"Verify(\"{Word(i)} | {i,4} | {Hex(i, 8)}-{Hex(i + 1, 4)} | passed\");"),
        ("culture's text", i => $"var text = \"忘记密码？请在 {i + 5} 分钟内使用验证码登录\"; // 密码不能为空"),
        ("Latin", i => $"const string Text{i} = \"Ut enim ad minim veniam, quis nostrud {Word(i)} ullamco laboris nisi ut aliquip ex ea commodo {Word(i + 2)}.\";"),
        ("interop", i => $"[DllImport(\"kernel32.dll\", EntryPoint = \"{Word(i)}KeyExW\", SetLastError = true)] // {i}"),
        ("keyboard", i => $"Bind(\"Ctrl+Shift+{(char)('A' + (i % 26))}\", key: \"Key{i}\"); var accessKey = \"{(char)('A' + (i % 26))}\";"),
        ("pass as a verb", i => $"var pass = \"first\"; var renderPass = \"shadow{i}\"; timer.Lap(pass: \"{Word(i)} pass {i}\");"),
        ("names in a cache", i => $"var cacheKey = $\"{Word(i)}:{{user.Id}}:v{i}\"; var sortKey = \"{Word(i)}#2024-01-{(i % 28) + 1:00}\"; var partitionKey = \"TENANT#{i}\";"),
        ("primary and foreign keys", i => $"table.PrimaryKey(\"PK_{Word(i)}{i}\", x => x.Id); table.ForeignKey(name: \"FK_{Word(i)}_Tokens_TokenId\", column: x => x.TokenId);"),
        ("licence", i => $"// SPDX-License-Identifier: Apache-2.0 AND MIT; see https://spdx.example.org/licenses/{Word(i)}-{i}.0"),
        ("commented key value", i => $"// key: {Word(i)}; token: the {i}th word of the line; secret: none; password: see the vault"),
        ("documentation of a password", i => $"/// <param name=\"password\">The password of {Word(i)}, {i + 8} characters at least; never logged.</param>"),
        ("base32", i => $"var code = \"{Base32(i, 16)}\"; // a promotion's code"),
        ("tenant", i => $"options.TenantId = \"{Id(i)}\"; options.ClientId = \"{Id(i + 1)}\"; options.Authority = \"https://login.example.com/{Id(i)}\";"),
    ];

    /// <summary>The lines, by kind, in turn.</summary>
    public static IReadOnlyList<(string Kind, string Code)> All { get; } =
        [.. Enumerable.Range(0, 1000).Select(i => (Kinds[i % Kinds.Length].Kind, Kinds[i % Kinds.Length].Make(i)))];

    private static string Word(int i) => Words[i % Words.Length];

    private static byte[] Drawn(int i) => SHA512.HashData(Encoding.UTF8.GetBytes("fresh" + i.ToString(CultureInfo.InvariantCulture)));

    private static string Hex(int i, int length) => Convert.ToHexStringLower(Drawn(i))[..length];

    private static Guid Id(int i) => new(Drawn(i).AsSpan(0, 16));

    private static string Base64(int i, int bytes) => Convert.ToBase64String([.. Drawn(i), .. Drawn(i + 1000)], 0, bytes);

    private static string Alnum(int i, int length) =>
        string.Concat(Enumerable.Range(0, (length / 60) + 1).Select(part => Convert.ToBase64String(Drawn(i + part)))).Replace("+", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal).Replace("=", "", StringComparison.Ordinal)[..length];

    private static string Base32(int i, int length) => string.Concat(Drawn(i).Take(length).Select(value => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[value % 32]));

    // A file's description as protoc's generator for C# writes it: field names and their types, in base64.
    private static string Descriptor(int i) =>
        Convert.ToBase64String(Encoding.Latin1.GetBytes($"\n\u0011{Word(i)}/{Word(i + 1)}.proto\u0012\u0005{Word(i + 2)}\"-\n\u0007{Word(i + 3)}Request\u0012\u000c\n\u0004name\u0018\u0001 \u0001(\t\u0012\u0014\n\u000c{Word(i + 4)}_id\u0018\u0002 \u0001(\u0005"));
}
