using System.Globalization;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Repair.Gate;

/// <summary>Says things of the compiler in one line.</summary>
internal static class Describe
{
    /// <summary>The ID, the message and the line of a diagnostic, in the compiler's own words.</summary>
    public static string Diagnostic(Diagnostic diagnostic)
    {
        var line = diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1;
        var message = diagnostic.GetMessage(CultureInfo.CurrentUICulture).Replace('\r', ' ').Replace('\n', ' ');
        return diagnostic.Location.IsInSource
            ? $"{diagnostic.Id}: {message} ({Messages.Get("Line", line)})"
            : $"{diagnostic.Id}: {message}";
    }

    /// <summary>A piece of source in one line, not too long to read.</summary>
    public static string Source(string text)
    {
        const int Longest = 60;
        var line = string.Join(" ", text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : line.Substring(0, Longest) + "…";
    }
}
