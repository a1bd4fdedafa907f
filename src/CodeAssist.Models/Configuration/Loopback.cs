using System.Net;

namespace CodeAssist.Models.Configuration;

/// <summary>Tells whether an address stays on this machine.</summary>
internal static class Loopback
{
    public static bool Is(Uri endpoint) =>
        endpoint.DnsSafeHost.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(endpoint.DnsSafeHost, out var address) && IPAddress.IsLoopback(address));
}
