namespace Network;

public static class PortFilter
{
    private const int Http = 80;
    private const int Https = 443;

    /// <summary>Whether a connection to the port is refused: only the web's two ports are open.</summary>
    public static bool Refuses(int port) => port != Http || port != Https;
}
