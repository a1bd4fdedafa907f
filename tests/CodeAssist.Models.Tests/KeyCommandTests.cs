using System.Diagnostics;
using System.Globalization;
using CodeAssist.Models.Configuration;
using CodeAssist.Testing;

namespace CodeAssist.Models.Tests;

/// <summary>A program that prints a key, or does something else. Programs here are those that every Unix has.</summary>
public sealed class KeyCommandTests : IDisposable
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(0.5);

    private readonly Scratch _scratch = new();

    public KeyCommandTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    private string Pids => Path.Combine(_scratch.Folder, "pids");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task One_that_hangs_is_ended_with_all_that_it_started()
    {
        if (OperatingSystem.IsWindows())
            return;
        AssertFault(() => Shell($"sleep 300 & echo $! $$ > {Pids}; wait", Short), "'/bin/sh'", "within 0.5 s", "was ended");
        foreach (var pid in await PidsAsync(2))
            Assert.True(await Processes.EndsAsync(pid));
    }

    [Fact]
    public async Task One_that_prints_without_end_is_ended_and_nothing_of_it_is_repeated()
    {
        if (OperatingSystem.IsWindows())
            return;
        AssertFault(() => Shell($"echo $$ > {Pids}; exec yes very-secret"), "more than 65536 characters");
        Assert.True(await Processes.EndsAsync(Assert.Single(await PidsAsync(1))));
    }

    [Fact]
    public void Megabytes_are_no_key()
    {
        if (!OperatingSystem.IsWindows())
            AssertFault(() => Shell("head -c 8000000 /dev/zero | tr '\\0' 'k'"), "more than 65536 characters");
    }

    [Fact]
    public void One_that_prints_nothing_is_a_fault()
    {
        if (OperatingSystem.IsWindows())
            return;
        AssertFault(() => Shell("true"), "printed no key");
        AssertFault(() => Shell("echo; echo"), "printed no key");
    }

    [Fact]
    public void One_that_fails_is_a_fault_whatever_it_printed()
    {
        if (!OperatingSystem.IsWindows())
            AssertFault(() => Shell("echo very-secret; exit 3"), "exit code 3");
    }

    [Fact]
    public void One_that_waits_for_input_gets_none()
    {
        if (!OperatingSystem.IsWindows())
            Assert.Equal("nobody", Shell("read name || name=nobody; echo $name"));
    }

    [Fact]
    public async Task An_agent_that_stays_behind_does_not_hold_up_the_key()
    {
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal("the-key", Shell($"sleep 300 & echo $! > {Pids}; echo the-key"));

        // It is the user's, and not ended with the program that started it.
        var agent = Assert.Single(await PidsAsync(1));
        Assert.True(Processes.IsRunning(agent));
        using var process = Process.GetProcessById(agent);
        process.Kill();
    }

    [Fact]
    public void One_that_is_not_there_or_no_program_is_a_fault_that_names_no_folder_of_ours()
    {
        if (OperatingSystem.IsWindows())
            return;
        AssertFault(() => KeyCommand.Run([Path.Combine(_scratch.Folder, "none")]), "no program");
        var message = AssertFault(() => KeyCommand.Run([_scratch.Write("text", "no program")]), "could not be run", "ermission denied");
        Assert.DoesNotContain(AppContext.BaseDirectory, message);
    }

    [Fact]
    public void More_than_a_line_is_no_key_and_is_not_repeated()
    {
        if (!OperatingSystem.IsWindows())
            AssertFault(() => ApiKey.FromCommand(["/bin/sh", "-c", "echo very-secret; echo user: ada"]).Read(), "not one line");
    }

    [Fact]
    public void It_sees_no_key_of_another_profile()
    {
        if (OperatingSystem.IsWindows())
            return;
        var variable = "CODEASSIST_TEST_KEY_" + Guid.NewGuid().ToString("N");
        Environment.SetEnvironmentVariable(variable, "very-secret");
        var config = _scratch.Write("config.json", $$"""
            { "profiles": {
              "other": { "endpoint": "http://localhost:1/v1", "model": "m", "keyVariable": "{{variable}}" },
              "asked": { "endpoint": "http://localhost:1/v1", "model": "m", "keyCommand": ["/bin/sh", "-c", "printenv {{variable}} || echo none"] } } }
            """);
        var profiles = UserConfiguration.Load(config, Path.Combine(_scratch.Folder, "none"), ProcessEnvironment.Instance).Profiles;
        Assert.Equal("none", profiles[^1].Key.Read());
        Assert.Equal("very-secret", profiles[^2].Key.Read());
    }

    [Fact]
    public async Task A_host_reads_the_key_when_it_is_needed_and_tries_again_when_it_could_not()
    {
        if (OperatingSystem.IsWindows())
            return;
        var file = Path.Combine(_scratch.Folder, "key");
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("done"));
        var profile = ModelTestBase.Profile(server.Endpoint) with { Key = ApiKey.FromCommand(["/bin/sh", "-c", $"cat '{file}'"]) };
        Assert.Throws<ConfigurationException>(() => ModelClientFactory.Create(profile));
        using var client = ModelClientFactory.Create(profile, new ModelClientOptions { KeyWhenNeeded = true });
        ModelTestBase.AssertFailure(await client.AskAsync(ModelTestBase.Request(), CancellationToken.None), "sh");
        Assert.Empty(server.Requests);
        await File.WriteAllTextAsync(file, "the-key");
        Assert.Equal("done", (await client.AskAsync(ModelTestBase.Request(), CancellationToken.None)).Text);
        Assert.Equal("Bearer the-key", server.Requests[^1].Headers["Authorization"]);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_token_that_has_run_out_is_asked_for_anew_once(int status)
    {
        if (OperatingSystem.IsWindows())
            return;
        var count = Path.Combine(_scratch.Folder, "count");
        await using var server = await ScriptedModelServer.StartAsync(request =>
            request.Headers["Authorization"].EndsWith("-2", StringComparison.Ordinal) ? ScriptedResponse.Text("done") : ScriptedResponse.Error(status, "expired"));
        var profile = ModelTestBase.Profile(server.Endpoint) with { Key = ApiKey.FromCommand(["/bin/sh", "-c", $"echo x >> '{count}'; echo token-$(wc -l < '{count}' | tr -d ' ')"]) };
        using var client = ModelClientFactory.Create(profile);
        Assert.Equal("done", (await client.AskAsync(ModelTestBase.Request(), CancellationToken.None)).Text);
        Assert.Equal("done", (await client.AskAsync(ModelTestBase.Request(), CancellationToken.None)).Text);
        Assert.Equal(["Bearer token-1", "Bearer token-2", "Bearer token-2"], server.Requests.Select(request => request.Headers["Authorization"]));
    }

    private static string Shell(string script, TimeSpan? patience = null) => KeyCommand.Run(["/bin/sh", "-c", script], patience);

    private static string AssertFault(Func<string?> run, params string[] words)
    {
        var message = Assert.Throws<ConfigurationException>(() => { run(); }).Message;
        Assert.DoesNotContain('\n', message);
        Assert.DoesNotContain("very-secret", message);
        Assert.All(words, word => Assert.Contains(word, message));
        return message;
    }

    private async Task<IReadOnlyList<int>> PidsAsync(int count)
    {
        var pids = (await File.ReadAllTextAsync(Pids)).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(pid => int.Parse(pid, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(count, pids.Count);
        return pids;
    }
}
