using Configuration;

public static class SettingsTests
{
    public static void A_missing_file_is_empty() =>
        Check.Equal("", Settings.Load("a.json", _ => throw new FileNotFoundException()));

    public static void Another_failure_is_not_hidden() =>
        Check.Throws<UnauthorizedAccessException>(() => Settings.Load("a.json", _ => throw new UnauthorizedAccessException()));

    public static void A_file_is_read() => Check.Equal("{a.json}", Settings.Load("a.json", path => "{" + path + "}"));
}
