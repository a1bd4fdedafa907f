using System.Diagnostics.CodeAnalysis;

namespace CodeAssist.Analyzers.Baselines;

/// <summary>One line of a baseline: a finding that is known.</summary>
/// <param name="Fingerprint">The finding's fingerprint: 64 hexadecimal digits.</param>
/// <param name="Id">The diagnostic's ID.</param>
/// <param name="Path">The file, relative to the baseline's folder, with <c>/</c>.</param>
internal readonly record struct BaselineEntry(string Fingerprint, string Id, string Path)
{
    private const int FingerprintLength = 64;

    /// <summary>Reads a line; says whether it is one of a baseline.</summary>
    public static bool TryParse(string line, [NotNullWhen(true)] out BaselineEntry? entry)
    {
        entry = line.Split('\t') is [var fingerprint, { Length: > 0 } id, { Length: > 0 } path]
            && fingerprint.Length == FingerprintLength && fingerprint.All(IsHexadecimal)
                ? new BaselineEntry(fingerprint, id, path)
                : null;
        return entry is not null;
    }

    /// <summary>The line.</summary>
    public override string ToString() => $"{Fingerprint}\t{Id}\t{Path}";

    private static bool IsHexadecimal(char character) => character is (>= '0' and <= '9') or (>= 'a' and <= 'f');
}
