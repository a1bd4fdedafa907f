using CodeAssist.CodeFixes.Model;

namespace CodeAssist.CodeFixes.Tests.Model;

public class HostKindTests
{
    [Theory]
    [InlineData("Microsoft.CodeAnalysis.LanguageServer", "dotnet", nameof(HostKind.Interactive))]
    [InlineData(null, "ServiceHub.RoslynCodeAnalysisService", nameof(HostKind.Interactive))]
    [InlineData(null, "devenv", nameof(HostKind.Interactive))]
    [InlineData("JetBrains.Roslyn.Worker", "JetBrains.Roslyn.Worker", nameof(HostKind.Interactive))]
    [InlineData("dotnet-format", "dotnet", nameof(HostKind.Batch))]
    [InlineData("Roslynator", "roslynator", nameof(HostKind.Batch))]
    [InlineData("testhost", "dotnet", nameof(HostKind.Unknown))]
    public void Programs_are_told_by_their_names(string? entry, string process, string expected) =>
        Assert.Equal(expected, HostKinds.Of(entry, process).ToString());
}
