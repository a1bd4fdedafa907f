using Network;

public static class PortFilterTests
{
    public static void The_ports_of_the_web_are_open()
    {
        Check.That(!PortFilter.Refuses(80));
        Check.That(!PortFilter.Refuses(443));
    }

    public static void Others_are_refused()
    {
        Check.That(PortFilter.Refuses(22));
        Check.That(PortFilter.Refuses(0));
    }
}
