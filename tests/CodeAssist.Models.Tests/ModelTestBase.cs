using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;
using CodeAssist.Models.Layers;
using CodeAssist.Repair.Proposing;
using CodeAssist.Testing;

namespace CodeAssist.Models.Tests;

/// <summary>Asks scripted servers over real HTTP, with pauses and deadlines that a test can bear. Messages are English.</summary>
public abstract class ModelTestBase
{
    internal static readonly RetryPauses Pauses = new(TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(2));

    protected ModelTestBase() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    internal static ModelProfile Profile(Uri endpoint, string kind = "openai-compatible", int timeoutSeconds = 20) => new()
    {
        Name = "test",
        Kind = EndpointKinds.Find(kind)!,
        Endpoint = endpoint,
        Model = "qwen2.5-coder:7b",
        TimeoutSeconds = timeoutSeconds,
    };

    internal static ModelRequest Request(string text = "Repair this.", int candidate = 0) => new(
        [new ModelMessage(ModelRole.System, "You repair code."), new ModelMessage(ModelRole.User, text)], candidate, []);

    internal static ChatModelClient Client(ModelProfile profile, ReplyLimits? limits = null) =>
        ModelClientFactory.Create(profile, new ModelClientOptions { Pauses = Pauses, Limits = limits ?? new ReplyLimits() });

    internal static async Task<ModelReply> AskAsync(
        ModelProfile profile, ModelRequest? request = null, ReplyLimits? limits = null, CancellationToken cancellation = default)
    {
        using var client = Client(profile, limits);
        return await client.AskAsync(request ?? Request(), cancellation);
    }

    internal static async Task<ModelReply> AskAsync(params ScriptedResponse[] responses)
    {
        await using var server = await ScriptedModelServer.StartAsync(responses);
        return await AskAsync(Profile(server.Endpoint));
    }

    /// <summary>An address at which nobody listens.</summary>
    internal static Uri ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return new Uri($"http://127.0.0.1:{port}/v1");
    }

    /// <summary>One line in words that a person can act upon.</summary>
    internal static void AssertFailure(ModelReply reply, params string[] words)
    {
        Assert.Null(reply.Text);
        Assert.NotNull(reply.FailureReason);
        Assert.DoesNotContain('\n', reply.FailureReason);
        Assert.DoesNotContain("Exception", reply.FailureReason);
        Assert.All(words, word => Assert.Contains(word, reply.FailureReason));
    }
}
