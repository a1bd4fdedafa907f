using CodeAssist.CodeFixes.Tool;
using CodeAssist.Repair.Proposing;

namespace CodeAssist.CodeFixes.Tests.Tool;

/// <summary>With real processes. The script goes by the environment, so these run one after the other: they are one class.</summary>
public sealed class ToolProcessTests : IDisposable
{
    public void Dispose() => Environment.SetEnvironmentVariable(FakeToolProgram.Script, null);

    [Fact]
    public async Task An_assembly_is_started_by_dotnet_and_answers()
    {
        var host = Host(TimeSpan.FromSeconds(120));
        var state = await host.StateAsync();
        Assert.True(state.Handshake is not null, state.OffReason);
        var client = new ToolModelClient(host, state.Handshake, 2000, (_, _) => Task.FromResult<string?>(null));
        var reply = await client.AskAsync(new ModelRequest([new ModelMessage(ModelRole.User, "你好")], 0, []), CancellationToken.None);
        Assert.Equal("heard: 你好", reply.Text);
        state.Connection!.Dispose();
        Assert.False(state.Connection.IsAlive);
    }

    [Fact]
    public async Task A_process_that_dies_is_off()
    {
        Environment.SetEnvironmentVariable(FakeToolProgram.Script, "dies");
        Assert.NotNull((await Host(TimeSpan.FromSeconds(120)).StateAsync()).OffReason);
    }

    [Fact]
    public async Task A_process_that_hangs_is_off()
    {
        Environment.SetEnvironmentVariable(FakeToolProgram.Script, "hangs");
        Assert.NotNull((await Host(TimeSpan.FromMilliseconds(200)).StateAsync()).OffReason);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("99")]
    public async Task A_process_that_speaks_another_protocol_is_off_and_is_ended(string protocol)
    {
        Environment.SetEnvironmentVariable(FakeToolProgram.Script, protocol);
        var state = await Host(TimeSpan.FromSeconds(120)).StateAsync();
        Assert.Contains(protocol, state.OffReason);
        Assert.Null(state.Connection);
    }

    [Fact]
    public async Task A_file_that_is_no_program_is_off()
    {
        var path = Path.GetTempFileName();
        try
        {
            var locator = new ToolLocator(Tools.Environment(("CODEASSIST_TOOL", path)), Path.GetTempPath());
            var state = await new ToolHost(locator, new ToolProcess(Environment.GetEnvironmentVariable), TimeSpan.FromSeconds(120)).StateAsync();
            Assert.NotNull(state.OffReason);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static ToolHost Host(TimeSpan deadline) => new(
        new ToolLocator(Tools.Environment(("CODEASSIST_TOOL", typeof(FakeToolProgram).Assembly.Location)), Path.GetTempPath()),
        new ToolProcess(Environment.GetEnvironmentVariable),
        deadline);
}
