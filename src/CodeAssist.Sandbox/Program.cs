using System.Buffers.Binary;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;

namespace CodeAssist.Sandbox;

/// <summary>
/// Waits for one program on standard input, runs its entry point, and reports how it ended on what was standard output
/// when this process began. Only the thread that called the entry point reports, only after it came back, and only with
/// the secret that came with the program; leaving the process in any other way leaves no report, which means failure.
/// </summary>
internal static unsafe class Program
{
    private const int SecretLength = 32;
    private const int LongestMessage = 2000;

    private static int Main()
    {
        using var channel = Channel.Take();
        channel.Write("R"u8);

        // Not on the managed heap, and in no field: what runs next has no name by which to ask for it.
        var secret = stackalloc byte[SecretLength];
        if (!channel.Read(new Span<byte>(secret, SecretLength)))
            return 0;
        var program = ReadAssembly(channel);
        var libraries = new byte[ReadNumber(channel)][];
        for (var i = 0; i < libraries.Length; i++)
            libraries[i] = ReadAssembly(channel);

        var (kind, message) = Run(program, libraries);
        var text = Encoding.UTF8.GetBytes(message.Length > LongestMessage ? message[..LongestMessage] : message);
        var report = new byte[1 + SecretLength + text.Length];
        report[0] = kind;
        new Span<byte>(secret, SecretLength).CopyTo(report.AsSpan(1));
        text.CopyTo(report, 1 + SecretLength);
        channel.Write(report);
        // Handlers and threads of the program's own have nothing more to say.
        channel.Leave();
        return 0;
    }

    private static (byte Kind, string Message) Run(byte[] program, byte[][] libraries)
    {
        try
        {
            var loaded = Array.ConvertAll(libraries, Assembly.Load);
            AssemblyLoadContext.Default.Resolving += (_, name) => Array.Find(loaded, library => library.GetName().Name == name.Name);
            var entry = Assembly.Load(program).EntryPoint ?? throw new MissingMethodException("no entry point");
            object?[]? arguments = entry.GetParameters().Length == 0 ? null : [Array.Empty<string>()];
            entry.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
            // What a finaliser throws ends the process here, before anything was reported.
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Console.Out.Flush();
            Console.Error.Flush();
            return ((byte)'P', string.Empty);
        }
        catch (OutOfMemoryException exception)
        {
            return ((byte)'M', exception.Message);
        }
        catch (Exception exception)
        {
            return ((byte)'F', Describe(exception));
        }
    }

    // An exception of the program's own may throw from its Message.
    private static string Describe(Exception exception)
    {
        try
        {
            return $"{exception.GetType().FullName}: {exception.Message}";
        }
        catch (Exception)
        {
            return "an exception that cannot describe itself";
        }
    }

    private static byte[] ReadAssembly(Channel channel)
    {
        var bytes = new byte[ReadNumber(channel)];
        return channel.Read(bytes) ? bytes : throw new EndOfStreamException();
    }

    private static int ReadNumber(Channel channel)
    {
        Span<byte> number = stackalloc byte[sizeof(int)];
        return channel.Read(number) ? BinaryPrimitives.ReadInt32LittleEndian(number) : throw new EndOfStreamException();
    }
}
