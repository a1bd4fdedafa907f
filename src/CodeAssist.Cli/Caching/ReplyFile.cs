using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CodeAssist.Cli.Output;

namespace CodeAssist.Cli.Caching;

/// <summary>What a file of the cache holds. A torn file, another's or one put under another name does not read.</summary>
/// <param name="Format">The version of this shape.</param>
/// <param name="Key">The key that the file is named after.</param>
/// <param name="Sha256">Of the reply's UTF-8 bytes, lower-case hexadecimal.</param>
/// <param name="Reply">The reply.</param>
internal sealed record ReplyFile(int Format, string? Key, string? Sha256, string? Reply)
{
    private const int Current = 1;

    /// <summary>The bytes of a reply's file.</summary>
    public static byte[] Bytes(string key, string reply) =>
        JsonSerializer.SerializeToUtf8Bytes(new ReplyFile(Current, key, HashOf(reply), reply), Json.Line);

    /// <summary>The reply in a file, or null.</summary>
    public static string? Read(ReadOnlySpan<byte> bytes, string key)
    {
        try
        {
            return JsonSerializer.Deserialize<ReplyFile>(bytes, Json.Line) is { Format: Current, Reply: { } reply } file && file.Key == key && file.Sha256 == HashOf(reply)
                ? reply
                : null;
        }
        catch (JsonException)
        {
            // Torn or another's: not a reply.
            return null;
        }
    }

    private static string HashOf(string reply) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(reply)));
}
