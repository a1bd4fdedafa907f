namespace CodeAssist.Models.Configuration;

/// <summary>Reads the base address of an endpoint.</summary>
internal static class EndpointAddress
{
    private const string Appended = "/chat/completions";

    /// <summary>The address, or the reason why it is none.</summary>
    public static (Uri? Address, string? Problem) Parse(string text)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            || address.Host.Length == 0)
        {
            return (null, Messages.Get("EndpointNoUrl"));
        }

        if (address.UserInfo.Length > 0)
            return (null, Messages.Get("EndpointWithKey"));
        return address.AbsolutePath.TrimEnd('/').EndsWith(Appended, StringComparison.OrdinalIgnoreCase)
            ? (null, Messages.Get("EndpointTooLong", Appended))
            : (address, null);
    }
}
