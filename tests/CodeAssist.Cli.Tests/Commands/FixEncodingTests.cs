using System.Text;
using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Commands;

/// <summary>What <c>fix --apply</c> does with a file's bytes: the edit and nothing else, or nothing, with the reason.</summary>
public class FixEncodingTests
{
    private static string Source(string name, string comment = "// 全角 é") => $"{comment}\nnamespace {name};\n\n{Sources.Swapped}";

    private static readonly Dictionary<string, (byte[] Mark, Encoding Encoding)> Exact = new()
    {
        ["Utf8"] = ([], new UTF8Encoding(false)),
        ["Utf8Marked"] = ([0xEF, 0xBB, 0xBF], new UTF8Encoding(false)),
        ["Utf16Little"] = ([0xFF, 0xFE], new UnicodeEncoding(bigEndian: false, byteOrderMark: false)),
        ["Utf16Big"] = ([0xFE, 0xFF], new UnicodeEncoding(bigEndian: true, byteOrderMark: false)),
        ["Utf32Little"] = ([0xFF, 0xFE, 0, 0], new UTF32Encoding(bigEndian: false, byteOrderMark: false)),
        ["Mixed"] = ([], new UTF8Encoding(false)),
    };

    private static readonly Dictionary<string, byte[]> Refused = new()
    {
        ["Latin1"] = Encoding.Latin1.GetBytes(Source("Latin1", "// é")),
        ["Gbk"] = [.. "// "u8, 0xC8, 0xAB, 0xBD, 0xC7, .. Encoding.ASCII.GetBytes(Source("Gbk", string.Empty))],
        ["Invalid"] = [.. "// "u8, 0xE5, 0x85, .. Encoding.ASCII.GetBytes(Source("Invalid", string.Empty))],
        ["OddUtf16"] = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Source("OddUtf16")), 0x20],
    };

    [Fact]
    public async Task A_file_is_written_exactly_or_not_at_all()
    {
        using var scratch = new Scratch();
        scratch.Write("App.csproj", Sources.Project());
        foreach (var (name, (mark, encoding)) in Exact)
            await File.WriteAllBytesAsync(PathOf(name), [.. mark, .. encoding.GetBytes(TextOf(name))]);
        foreach (var (name, bytes) in Refused)
            await File.WriteAllBytesAsync(PathOf(name), bytes);

        var run = await Tool.RunAsync("fix", scratch.Folder, "--apply", "--format", "json", "--diagnostic", "CDA1006");

        Assert.True(run.ExitCode == 1, run.Output + run.Error);
        var outcomes = run.Json.GetProperty("findings").EnumerateArray()
            .ToDictionary(finding => Path.GetFileNameWithoutExtension(finding.Text("file"))!, finding => (Outcome: finding.Text("outcome"), Reason: finding.Text("reason")));
        foreach (var (name, (mark, encoding)) in Exact)
        {
            Assert.Equal("applied", outcomes[name].Outcome);
            byte[] expected = [.. mark, .. encoding.GetBytes(TextOf(name).Replace("(height, width)", "(width, height)", StringComparison.Ordinal))];
            Assert.Equal((name, Convert.ToHexString(expected)), (name, Convert.ToHexString(await File.ReadAllBytesAsync(PathOf(name)))));
        }

        foreach (var (name, bytes) in Refused)
        {
            Assert.Equal((name, Convert.ToHexString(bytes)), (name, Convert.ToHexString(await File.ReadAllBytesAsync(PathOf(name)))));
            Assert.Equal("abstained", outcomes[name].Outcome);
            Assert.Contains("do not survive decoding and encoding", outcomes[name].Reason, StringComparison.Ordinal);
        }

        string PathOf(string name) => Path.Combine(scratch.Folder, name + ".cs");

        // Line ends of several kinds in one file stay as they are, one by one.
        static string TextOf(string name) => name == "Mixed"
            ? Source(name).Replace("{\n", "{\r\n", StringComparison.Ordinal).Replace(";\n\n", ";\r\n\n", StringComparison.Ordinal)
            : Source(name);
    }
}
