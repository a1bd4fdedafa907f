using System.Diagnostics;
using System.Globalization;
using CodeAssist.CodeFixes.Model;
using CodeAssist.CodeFixes.Tests.Model;
using CodeAssist.CodeFixes.Tool;
using CodeAssist.Testing;
using Microsoft.CodeAnalysis;

namespace CodeAssist.CodeFixes.Tests.Tool;

/// <summary>The code fix, the tool as it is built, and a scripted server: everything but an IDE and a model.</summary>
public sealed class RealHostTests : IDisposable
{
    private const string Key = "sk-test-1f9a7c3e5b8d2046";

    private readonly EnglishMessages _english = new();
    private readonly Scratch _scratch = new();

    private string Starts => Path.Combine(_scratch.Folder, "starts");

    public void Dispose()
    {
        // What a failed test left behind.
        foreach (var pid in Pids().Where(Processes.IsRunning))
            Kill(pid);
        _scratch.Dispose();
        _english.Dispose();
    }

    [Fact]
    public async Task Under_ask_five_hundred_registrations_and_previews_reach_no_server_and_invoking_reaches_it_once()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text(ModelVerifier.GoodReply));
        var verifier = Verifier(Host(server));
        var document = TestProject.Document(ModelVerifier.Source);
        var diagnostic = (await TestProject.DiagnosticsAsync(document.Project, ModelVerifier.Id))[0];
        for (var time = 0; time < 500; time++)
        {
            var action = Assert.Single(await TestProject.ActionsAsync(verifier.Provider, document, diagnostic));
            Assert.Equal("Ask scripted for a checked fix", action.Title);
            Assert.Empty(await action.GetPreviewOperationsAsync(CancellationToken.None));
        }

        Assert.Empty(server.Requests);
        Assert.Equal(ModelVerifier.Repaired, await InvokeAsync(verifier, document));
        var request = Assert.Single(server.Requests);
        Assert.Equal("Bearer " + Key, request.Headers["Authorization"]);
        Assert.Contains("first && first", request.Prompt, StringComparison.Ordinal);
        Assert.Single(Pids());

        // The key is in its own file and nowhere else: not in what is recorded, and not here.
        foreach (var file in Directory.GetFiles(_scratch.Folder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "key"))
            Assert.DoesNotContain(Key, await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.DoesNotContain(Key, Environment.GetEnvironmentVariables().Values.Cast<string>());
    }

    [Fact]
    public async Task There_is_one_host_whoever_asks_at_once()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text(ModelVerifier.GoodReply));
        var verifier = Verifier(Host(server));
        var handshakes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => verifier.Fixes.HandshakeAsync(CancellationToken.None)));
        Assert.All(handshakes, handshake => Assert.Equal("scripted", handshake!.Model));
        Assert.Single(Pids());
    }

    [Fact]
    public async Task A_host_that_is_killed_is_a_reason_and_a_new_one_is_started()
    {
        if (OperatingSystem.IsWindows())
            return;
        var hanging = true;
        await using var server = await ScriptedModelServer.StartAsync(_ => hanging ? ScriptedResponse.Hang() : ScriptedResponse.Text(ModelVerifier.GoodReply));
        var verifier = Verifier(Host(server));
        var document = TestProject.Document(ModelVerifier.Source);
        var asking = InvokeAsync(verifier, document);
        await Eventually(() => server.Requests.Count == 1);
        Kill(Assert.Single(Pids()));
        Assert.Equal(ModelVerifier.Source, await asking);
        Assert.Contains(await verifier.TitlesAsync(document), title => title.StartsWith("Why was nothing offered? the tool ended", StringComparison.Ordinal));

        hanging = false;
        Assert.Equal(ModelVerifier.Repaired, await InvokeAsync(verifier, document));
        Assert.Equal(2, Pids().Count);
    }

    [Fact]
    public async Task A_host_that_hangs_is_ended_with_a_reason_and_a_new_one_is_started()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text(ModelVerifier.GoodReply));
        var host = Host(server);
        var verifier = Verifier(host);
        var document = TestProject.Document(ModelVerifier.Source);
        Assert.Single(await verifier.TitlesAsync(document));
        var hung = Assert.Single(Pids());
        using (var stop = Process.Start("kill", ["-STOP", hung.ToString(CultureInfo.InvariantCulture)]))
            await stop.WaitForExitAsync();
        host.AnswerDeadline = TimeSpan.FromSeconds(0.5);
        Assert.Equal(ModelVerifier.Source, await InvokeAsync(verifier, document));

        Assert.Empty(server.Requests);
        Assert.Contains(await verifier.TitlesAsync(document), title => title.StartsWith("Why was nothing offered?", StringComparison.Ordinal));
        Assert.True(await Processes.EndsAsync(hung));

        host.AnswerDeadline = null;
        Assert.Equal(ModelVerifier.Repaired, await InvokeAsync(verifier, document));
        Assert.Equal(2, Pids().Count);
    }

    [Fact]
    public async Task The_host_ends_with_the_program_that_started_it()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text(ModelVerifier.GoodReply));
        using var ide = Process.Start(new ProcessStartInfo("dotnet", [typeof(FakeToolProgram).Assembly.Location, "ide"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["CODEASSIST_TOOL"] = Script(server) },
        })!;
        Assert.Equal("connected", await ide.StandardOutput.ReadLineAsync());
        var pid = Assert.Single(Pids());
        Assert.True(Processes.IsRunning(pid));

        // As a crash ends it: nothing of ours runs any more.
        ide.Kill();
        Assert.True(await Processes.EndsAsync(pid));
    }

    private static ModelVerifier Verifier(ToolHost host) => new(host, environment: null, HostKind.Unknown);

    private static async Task<string> InvokeAsync(ModelVerifier verifier, Document document)
    {
        var action = (await TestProject.ActionsAsync(verifier.Provider, document, ModelVerifier.Id))[0];
        return await TestProject.TextAsync(await TestProject.InvokeAsync(action, document.Project.Solution), document.Id);
    }

    private ToolHost Host(ScriptedModelServer server) => new(
        new ToolLocator(Tools.Environment(("CODEASSIST_TOOL", Script(server))), _scratch.Folder),
        new ToolProcess(Environment.GetEnvironmentVariable),
        TimeSpan.FromMinutes(2));

    // Stands where the tool is looked for: notes each start, gives the tool a user's folders, and becomes the tool.
    private string Script(ScriptedModelServer server)
    {
        var key = _scratch.Write("config/codeassist/key", Key);
        _scratch.Write("config/codeassist/config.json", $$"""
            { "modelFixes": true, "trigger": "ask", "profiles": { "scripted": { "endpoint": "{{server.Endpoint}}", "model": "scripted", "keyFile": "key" } } }
            """);
        var tool = Repository.PathOf("src", "CodeAssist.Cli", "bin", Repository.Configuration, "net10.0", "codeassist.dll");
        var script = _scratch.Write("codeassist", $"""
            #!/bin/sh
            echo $$ >> '{Starts}'
            unset CODEASSIST_ENDPOINT CODEASSIST_MODEL CODEASSIST_API_KEY CODEASSIST_KIND CODEASSIST_MODEL_FIXES
            export XDG_CONFIG_HOME='{_scratch.Folder}/config' XDG_STATE_HOME='{_scratch.Folder}/state' XDG_CACHE_HOME='{_scratch.Folder}/cache'
            exec dotnet '{tool}' "$@"

            """);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return script;
    }

    private List<int> Pids() => File.Exists(Starts)
        ? [.. File.ReadAllLines(Starts).Select(line => int.Parse(line, CultureInfo.InvariantCulture))]
        : [];

    private static void Kill(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It has ended.
        }
    }

    // Bounded; the state is reached long before.
    private static async Task Eventually(Func<bool> state)
    {
        for (var attempt = 0; attempt < 3000 && !state(); attempt++)
            await Task.Delay(20);
        Assert.True(state());
    }
}
