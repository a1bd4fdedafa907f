using CodeAssist.Testing;

namespace CodeAssist.Package.Tests;

[Collection(PackedCollection.Name)]
public class ToolPackageTests(PackedPackages packages)
{
    [Fact]
    public async Task The_tool_installs_and_answers()
    {
        using var scratch = new Scratch();
        var config = scratch.Write("NuGet.config", $"""<configuration><packageSources><clear /><add key="packed" value="{packages.Feed}" /></packageSources></configuration>""");
        (await Dotnet.RunAsync(
            scratch.Folder,
            ["tool", "install", "CodeAssist.Tool", "--version", packages.Version, "--tool-path", "tools", "--configfile", config],
            packages.Variables)).Succeeded();
        var help = (await Dotnet.RunProgramAsync(Path.Combine(scratch.Folder, "tools", "codeassist"), scratch.Folder, ["--help"])).Succeeded();
        Assert.Contains("analyze", help.Output);
    }
}
