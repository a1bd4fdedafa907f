using System.Diagnostics;

namespace CodeAssist.Testing;

/// <summary>Looks at processes by their number.</summary>
public static class Processes
{
    /// <summary>Whether a process ends within a bound that no test should need; the system takes a moment to clear one that was killed.</summary>
    public static async Task<bool> EndsAsync(int pid)
    {
        for (var attempt = 0; attempt < 1000 && IsRunning(pid); attempt++)
            await Task.Delay(20);
        return !IsRunning(pid);
    }

    /// <summary>Whether a process runs.</summary>
    public static bool IsRunning(int pid)
    {
        try
        {
            // One that has ended and that nobody has asked for its exit code yet still has a number.
            var stat = $"/proc/{pid}/stat";
            if (File.Exists(stat))
                return !File.ReadAllText(stat).Contains(") Z ", StringComparison.Ordinal);
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (Exception exception) when (exception is ArgumentException or IOException)
        {
            return false;
        }
    }
}
