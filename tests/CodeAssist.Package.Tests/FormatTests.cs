using CodeAssist.Testing;

namespace CodeAssist.Package.Tests;

/// <summary>A new project installs the package and is repaired by <c>dotnet format</c>.</summary>
[Collection(PackedCollection.Name)]
public class FormatTests(PackedPackages packages)
{
    private const string Swapped =
        """
        namespace Fresh;

        public static class Boxes
        {
            public static int Area(int width, int height) => width * 10 + height;

            public static int Twice(int width, int height) => 2 * Area(height, width);

            // Both in one file are repaired.
            public static int Thrice(int width, int height) => 3 * Area(height, width);
        }
        """;

    private const string Swallowed =
        """
        namespace Fresh;

        public static class Notes
        {
            public static string Read(string path)
            {
                try
                {
                    return File.ReadAllText(path);
                }
                catch (Exception)
                {
                    return "";
                }
            }
        }
        """;

    private const string Repaired =
        """
        namespace Fresh;

        public static class Notes
        {
            public static string Read(string path)
            {
                try
                {
                    return File.ReadAllText(path);
                }
                catch (Exception exception)
                {
                    Console.Error.WriteLine(exception);
                    return "";
                }
            }
        }
        """;

    private const string GoodReply =
        """
        ```csharp
        public static string Read(string path)
        {
            try
            {
                return File.ReadAllText(path);
            }
            catch (Exception exception)
            {
                Console.Error.WriteLine(exception);
                return "";
            }
        }
        ```
        """;

    private static string Tool => Repository.PathOf("src", "CodeAssist.Cli", "bin", Repository.Configuration, "net10.0", "codeassist.dll");

    [Fact]
    public async Task The_built_in_fix_is_applied_to_all()
    {
        using var project = new FreshProject(packages, Swapped);
        (await project.FormatAsync("CDA1006")).Succeeded();
        Assert.Equal(Swapped.Replace("Area(height, width)", "Area(width, height)"), project.Source);
    }

    [Fact]
    public async Task A_checked_edit_of_the_model_is_applied()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text(GoodReply));
        using var project = new FreshProject(packages, Swallowed);
        var run = (await project.FormatAsync("CDA3001", Model(server, "on"))).Succeeded();
        Assert.True(project.Source == Repaired, project.Source + "\n" + run.Output);

        // Asked for twice, once by the probe: answered from memory the second time.
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_reply_that_does_not_pass_changes_nothing_and_its_reason_is_said()
    {
        await using var server = await ScriptedModelServer.StartAsync(
            ScriptedResponse.Text(GoodReply.Replace("Console.Error.WriteLine(exception);", "Log.Write(exception);")));
        using var project = new FreshProject(packages, Swallowed);
        var run = (await project.FormatAsync("CDA3001", Model(server, "on"))).Succeeded();
        Assert.Equal(Swallowed, project.Source);
        Assert.Contains("rejected by compile", run.Output);
        if (!OperatingSystem.IsWindows())
            Assert.Contains(File.ReadLines(packages.EvidenceFile), line => line.Contains("\"id\":\"CDA3001\"") && line.Contains("\"accepted\":false"));
    }

    [Theory]
    [InlineData("off")]
    [InlineData("")]
    public async Task Without_being_switched_on_nothing_is_sent(string modelFixes)
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text(GoodReply));
        using var project = new FreshProject(packages, Swallowed);
        (await project.FormatAsync("CDA3001", Model(server, modelFixes))).Succeeded();
        Assert.Equal(Swallowed, project.Source);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("<CodeAssistModelFixes>off</CodeAssistModelFixes>", null)]
    [InlineData("", "codeassist.model_fixes = off")]
    [InlineData("", "codeassist.exclude = true")]
    public async Task A_repository_can_forbid_it(string properties, string? editorConfig)
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text(GoodReply));
        using var project = new FreshProject(packages, Swallowed, properties, editorConfig);
        (await project.FormatAsync("CDA3001", Model(server, "on"))).Succeeded();
        Assert.Equal(Swallowed, project.Source);
        Assert.Empty(server.Requests);
    }

    private static Dictionary<string, string> Model(ScriptedModelServer server, string modelFixes) => new()
    {
        ["CODEASSIST_TOOL"] = Tool,
        ["CODEASSIST_MODEL_FIXES"] = modelFixes,
        ["CODEASSIST_ENDPOINT"] = server.Endpoint.AbsoluteUri,
        ["CODEASSIST_MODEL"] = "scripted",
    };
}
