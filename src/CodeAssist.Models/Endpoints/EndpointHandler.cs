using System.Net;
using CodeAssist.Models.Configuration;

namespace CodeAssist.Models.Endpoints;

/// <summary>The connections to an endpoint.</summary>
internal static class EndpointHandler
{
    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(10);

    /// <summary>The handler for one profile.</summary>
    public static SocketsHttpHandler Create(ModelProfile profile)
    {
        var timeout = TimeSpan.FromSeconds(profile.TimeoutSeconds);
        return new SocketsHttpHandler
        {
            // Where a request goes is the client's decision: it carries source code and a key.
            AllowAutoRedirect = false,
            UseCookies = false,
            // What goes to this machine must not take the way over a proxy.
            UseProxy = !profile.IsLoopback,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = timeout < LongestConnect ? timeout : LongestConnect,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            // A reply that is given up is not read to its end.
            MaxResponseDrainSize = 0,
        };
    }
}
