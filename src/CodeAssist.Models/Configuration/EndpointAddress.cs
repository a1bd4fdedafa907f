using System.Text.RegularExpressions;

namespace CodeAssist.Models.Configuration;

/// <summary>Reads the base address of an endpoint.</summary>
internal static partial class EndpointAddress
{
    private const string Appended = "/chat/completions";

    /// <summary>The address, or the reason why it is none.</summary>
    public static (Uri? Address, string? Problem) Parse(string text)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            || address.Host.Length == 0 || address.Fragment.Length > 0)
        {
            return (null, Messages.Get("EndpointNoUrl"));
        }

        // A query is for what some gateways want there, such as Azure's api-version; what is a key is shown nowhere.
        if (address.UserInfo.Length > 0 || KeyInQuery().IsMatch(address.Query))
            return (null, Messages.Get("EndpointWithKey"));
        if (address.AbsolutePath.TrimEnd('/').EndsWith(Appended, StringComparison.OrdinalIgnoreCase))
            return (null, Messages.Get("EndpointTooLong", Appended));
        return Asciified(address) is { } plain ? (plain, null) : (null, Messages.Get("EndpointNoUrl"));
    }

    // The host as it is asked for: names that look like others are told apart then, by the policy as by people.
    private static Uri? Asciified(Uri address)
    {
        try
        {
            return address.Host.All(char.IsAscii) ? address : new UriBuilder(address) { Host = address.IdnHost }.Uri;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    [GeneratedRegex("(?i)[?&][^=&]*(key|token|secret|sig|pass|auth|code)[^=&]*=", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex KeyInQuery();
}
