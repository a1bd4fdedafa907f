using System.Buffers.Binary;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using CodeAssist.Sandbox;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace CodeAssist.TestRunner;

/// <summary>
/// Runs the tests of one assembly through the adapter that stands beside it (xunit's, NUnit's, MSTest's), in this
/// process. What happens on the way is told as it happens and proves nothing; the results are told once, by the thread
/// that called the adapter, after it came back, and with the secret that came on standard input.
/// </summary>
internal static unsafe class Program
{
    private const int SecretLength = 32;

    private static int Main(string[] arguments)
    {
        using var channel = Channel.Take();
        channel.Write("R"u8);

        // Not on the managed heap, and in no field: what runs next has no name by which to ask for it.
        var secret = stackalloc byte[SecretLength];
        if (!channel.Read(new Span<byte>(secret, SecretLength)))
            return 0;
        var wanted = ReadNames(channel);
        var record = new Recorder(channel);
        var problem = Run(Path.GetFullPath(arguments[0]), wanted, record);
        var report = problem is null ? record.Results() : Encoding.UTF8.GetBytes(problem);
        var signed = new byte[SecretLength + report.Length];
        new Span<byte>(secret, SecretLength).CopyTo(signed);
        report.CopyTo(signed, SecretLength);
        record.Tell(problem is null ? (byte)'D' : (byte)'X', signed);
        // Threads of the tests' own have nothing more to say.
        channel.Leave();
        return 0;
    }

    // Why no test could be run; null where they were.
    private static string? Run(string tests, IReadOnlySet<string> wanted, Recorder record)
    {
        try
        {
            var folder = Path.GetDirectoryName(tests)!;
            var executors = Directory.EnumerateFiles(folder, "*.dll")
                .Where(file => Path.GetFileName(file).EndsWith("testadapter.dll", StringComparison.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal)
                .SelectMany(file => ExecutorsIn(AssemblyLoadContext.Default.LoadFromAssemblyPath(file)))
                .ToList();
            if (executors.Count == 0)
                return "no test adapter";
            foreach (var executor in executors)
                executor.RunTests([tests], new RunContext(folder, wanted), record);
            return null;
        }
        catch (Exception exception)
        {
            return $"{exception.GetType().FullName}: {exception.Message}";
        }
    }

    private static IEnumerable<ITestExecutor> ExecutorsIn(Assembly adapter) => TypesOf(adapter)
        .Where(type => type is { IsAbstract: false, IsClass: true } && typeof(ITestExecutor).IsAssignableFrom(type) && type.GetConstructor(Type.EmptyTypes) is not null)
        .Select(type => (ITestExecutor)Activator.CreateInstance(type)!);

    // Of what an adapter is made of, some needs assemblies that are not there.
    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            return exception.Types.OfType<Type>();
        }
    }

    private static HashSet<string> ReadNames(Channel channel)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var left = ReadNumber(channel); left > 0; left--)
        {
            var bytes = new byte[ReadNumber(channel)];
            if (!channel.Read(bytes))
                throw new EndOfStreamException();
            names.Add(Encoding.UTF8.GetString(bytes));
        }

        return names;
    }

    private static int ReadNumber(Channel channel)
    {
        Span<byte> number = stackalloc byte[sizeof(int)];
        return channel.Read(number) ? BinaryPrimitives.ReadInt32LittleEndian(number) : throw new EndOfStreamException();
    }
}
