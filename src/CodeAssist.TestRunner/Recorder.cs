using System.Buffers.Binary;
using System.Text;
using CodeAssist.Sandbox;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;

namespace CodeAssist.TestRunner;

/// <summary>Hears from the adapter how each test ends, tells the parent on the way, and keeps the results for the end.</summary>
/// <param name="channel">The pipe to the parent.</param>
internal sealed class Recorder(Channel channel) : IFrameworkHandle
{
    private const int LongestMessage = 500;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (TestOutcome Outcome, string Method, string Message)> _results = new(StringComparer.Ordinal);

    public bool EnableShutdownAfterTestRun { get; set; }

    public void RecordStart(TestCase testCase) => Tell((byte)'S', Encoding.UTF8.GetBytes(NameOf(testCase.FullyQualifiedName, testCase.DisplayName)));

    public void RecordEnd(TestCase testCase, TestOutcome outcome)
    {
    }

    public void RecordResult(TestResult testResult)
    {
        var method = testResult.TestCase.FullyQualifiedName;
        var name = NameOf(method, string.IsNullOrEmpty(testResult.DisplayName) ? testResult.TestCase.DisplayName : testResult.DisplayName);
        lock (_gate)
        {
            // Rows of data that print alike share a name: it passes where all of them pass.
            if (!_results.TryGetValue(name, out var known) || known.Outcome != TestOutcome.Failed)
                _results[name] = (testResult.Outcome, method, Shortened(testResult.ErrorMessage ?? string.Empty));
        }

        Tell((byte)'E', [OutcomeOf(testResult.Outcome), .. Encoding.UTF8.GetBytes(name)]);
    }

    public void RecordAttachments(IList<AttachmentSet> attachmentSets)
    {
    }

    public void SendMessage(TestMessageLevel testMessageLevel, string message) => Console.Error.WriteLine(message);

    public int LaunchProcessWithDebuggerAttached(
        string filePath, string? workingDirectory, string? arguments, IDictionary<string, string?>? environmentVariables) => throw new NotSupportedException();

    /// <summary>Sends one message: its kind, its length, its content.</summary>
    public void Tell(byte kind, byte[] content)
    {
        var message = new byte[1 + sizeof(int) + content.Length];
        message[0] = kind;
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(1), content.Length);
        content.CopyTo(message, 1 + sizeof(int));
        lock (_gate)
            channel.Write(message);
    }

    /// <summary>All results: for each its outcome, its name, its method's name and its message.</summary>
    public byte[] Results()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        lock (_gate)
        {
            writer.Write(_results.Count);
            foreach (var (name, (outcome, method, message)) in _results)
            {
                writer.Write(OutcomeOf(outcome));
                writer.Write(name);
                writer.Write(method);
                writer.Write(message);
            }
        }

        writer.Flush();
        return stream.ToArray();
    }

    private static byte OutcomeOf(TestOutcome outcome) => outcome switch
    {
        TestOutcome.Passed => (byte)'P',
        TestOutcome.Failed => (byte)'F',
        _ => (byte)'N',
    };

    // Adapters name tests in their own ways: with and without the class, with and without the row of data.
    private static string NameOf(string method, string display) =>
        display.StartsWith(method, StringComparison.Ordinal) ? display
        : method.EndsWith(display, StringComparison.Ordinal) ? method
        : method + " " + display;

    private static string Shortened(string message) => message.Length > LongestMessage ? message[..LongestMessage] : message;
}
