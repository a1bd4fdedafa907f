using Features;

public static class FeatureFlagsTests
{
    private static readonly FeatureFlags Flags = new(["search", "export"]);

    public static void The_first_flag_is_on() => Check.That(Flags.IsOn("search"));

    public static void The_second_flag_is_on() => Check.That(Flags.IsOn("export"));

    public static void Another_is_off() => Check.That(!Flags.IsOn("import"));
}
