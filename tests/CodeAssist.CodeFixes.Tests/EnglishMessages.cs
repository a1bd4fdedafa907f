using System.Globalization;

namespace CodeAssist.CodeFixes.Tests;

/// <summary>Messages in English until the end of the scope, whatever the machine's language.</summary>
internal sealed class EnglishMessages : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public EnglishMessages() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    public void Dispose() => CultureInfo.CurrentUICulture = _before;
}
