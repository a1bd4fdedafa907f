using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Cli.Loading;

/// <summary>A file's bytes as text, and the way back.</summary>
/// <param name="Text">The text, without a byte order mark.</param>
/// <param name="Encoding">What turns the text into the same bytes again; null where nothing known does.</param>
/// <param name="Preamble">The byte order mark that the file starts with; empty where it has none.</param>
internal sealed record FileText(SourceText Text, Encoding? Encoding, byte[] Preamble)
{
    // The longer marks first: that of UTF-32 little endian begins with that of UTF-16.
    private static readonly Encoding[] Marked =
    [
        new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UTF32Encoding(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    private static readonly Encoding Unmarked = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether the file's bytes survive: they are those of its text in a known encoding.</summary>
    public bool Survives => Encoding is not null;

    /// <summary>Reads a file.</summary>
    public static FileText Read(string path) => Decode(File.ReadAllBytes(path));

    /// <summary>Decodes a file's bytes.</summary>
    public static FileText Decode(byte[] bytes)
    {
        var encoding = Array.Find(Marked, candidate => bytes.AsSpan().StartsWith(candidate.Preamble)) ?? Unmarked;
        var preamble = encoding.Preamble.ToArray();
        try
        {
            var text = encoding.GetString(bytes.AsSpan(preamble.Length));
            if (encoding.GetBytes(text).AsSpan().SequenceEqual(bytes.AsSpan(preamble.Length)))
                return new FileText(SourceText.From(text, encoding), encoding, preamble);
        }
        catch (ArgumentException)
        {
            // Bytes that the encoding does not know: an older encoding without a mark, or no text at all.
        }

        return new FileText(SourceText.From(Encoding.Latin1.GetString(bytes), Encoding.Latin1), null, []);
    }

    /// <summary>A new text in the file's encoding, with its byte order mark; null where the text cannot be encoded.</summary>
    public byte[]? Encode(string text)
    {
        try
        {
            return Encoding is null ? null : [.. Preamble, .. Encoding.GetBytes(text)];
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
