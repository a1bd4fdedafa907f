using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CodeAssist.Sandbox;

/// <summary>
/// The two pipes to the parent, taken away from where a program would find them: standard input becomes empty, standard
/// output becomes standard error, and the pipes live on under numbers that child processes do not inherit.
/// </summary>
internal sealed class Channel : IDisposable
{
    private readonly Stream _input;
    private readonly Stream _output;

    private Channel(Stream input, Stream output)
    {
        _input = input;
        _output = output;
    }

    /// <summary>Takes the pipes. Called once, before anything touches the console.</summary>
    public static Channel Take()
    {
        if (OperatingSystem.IsWindows())
        {
            var channel = new Channel(Console.OpenStandardInput(), Console.OpenStandardOutput());
            Console.SetIn(TextReader.Null);
            Console.SetOut(Console.Error);
            return channel;
        }

        if (OperatingSystem.IsLinux())
            // Where root is not mapped, this closes /proc/self/mem to the program: the secret cannot be read as a file.
            Native.Prctl(Native.SetDumpable, 0, 0, 0, 0);
        var input = Native.Duplicate(0);
        var output = Native.Duplicate(1);
        if (OperatingSystem.IsLinux())
        {
            _ = Native.Duplicate3(0, input, Native.CloseOnExec);
            _ = Native.Duplicate3(1, output, Native.CloseOnExec);
        }

        using (var nothing = File.OpenHandle("/dev/null"))
            _ = Native.Duplicate2((int)nothing.DangerousGetHandle(), 0);
        _ = Native.Duplicate2(2, 1);
        return new Channel(Open(input, FileAccess.Read), Open(output, FileAccess.Write));
    }

    /// <summary>Fills the buffer; false where the parent has closed its end.</summary>
    public bool Read(Span<byte> buffer) => _input.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) == buffer.Length;

    /// <summary>Writes the bytes at once.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        _output.Write(bytes);
        _output.Flush();
    }

    /// <summary>Ends the process without running anything more in it.</summary>
    public void Leave()
    {
        if (!OperatingSystem.IsWindows())
            Native.Exit(0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _input.Dispose();
        _output.Dispose();
    }

    // No buffer: nothing of what was read stays on the heap.
    private static FileStream Open(int descriptor, FileAccess access) => new(new SafeFileHandle(descriptor, ownsHandle: true), access, bufferSize: 0);

    private static class Native
    {
        public const int SetDumpable = 4;
        public const int CloseOnExec = 0x80000;

        [DllImport("libc", EntryPoint = "prctl")]
        public static extern int Prctl(int option, nuint second, nuint third, nuint fourth, nuint fifth);

        [DllImport("libc", EntryPoint = "dup")]
        public static extern int Duplicate(int descriptor);

        [DllImport("libc", EntryPoint = "dup2")]
        public static extern int Duplicate2(int from, int to);

        [DllImport("libc", EntryPoint = "dup3")]
        public static extern int Duplicate3(int from, int to, int flags);

        [DllImport("libc", EntryPoint = "_exit")]
        public static extern void Exit(int code);
    }
}
