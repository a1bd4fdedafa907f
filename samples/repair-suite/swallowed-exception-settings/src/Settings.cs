namespace Configuration;

public static class Settings
{
    /// <summary>The text of a settings file; empty where there is no such file.</summary>
    public static string Load(string path, Func<string, string> read)
    {
        try
        {
            return read(path);
        }
        catch (Exception)
        {
            return "";
        }
    }
}
