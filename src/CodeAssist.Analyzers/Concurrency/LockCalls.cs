using CodeAssist.Analyzers.Correctness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>A call that takes a lock, or releases one.</summary>
/// <param name="Call">The call.</param>
/// <param name="Lock">The lock.</param>
/// <param name="Release">The method that releases what was taken; the same of the call that does it.</param>
/// <param name="Takes">Whether the call takes the lock.</param>
internal sealed record LockCall(IInvocationOperation Call, IOperation Lock, string Release, bool Takes)
{
    /// <summary>Whether a call releases what another one took.</summary>
    public bool Undoes(LockCall taking) => !Takes && Release == taking.Release && StablePath.Same(Lock, taking.Lock);
}

/// <summary>Knows the calls that take a lock for good, and those that release it. What may give up is not among them.</summary>
internal sealed class LockCalls(RuleContext context)
{
    // Type, method that takes, method that releases.
    private static readonly (string Type, string Take, string Release)[] Pairs =
    [
        ("System.Threading.Lock", "Enter", "Exit"),
        ("System.Threading.ReaderWriterLockSlim", "EnterReadLock", "ExitReadLock"),
        ("System.Threading.ReaderWriterLockSlim", "EnterWriteLock", "ExitWriteLock"),
        ("System.Threading.ReaderWriterLockSlim", "EnterUpgradeableReadLock", "ExitUpgradeableReadLock"),
        ("System.Threading.Mutex", "WaitOne", "ReleaseMutex"),
        ("System.Threading.SemaphoreSlim", "Wait", "Release"),
        ("System.Threading.SemaphoreSlim", "WaitAsync", "Release"),
        ("System.Threading.Semaphore", "WaitOne", "Release"),
    ];

    // The names of all of them, and of Monitor's: most calls are told by their name.
    private static readonly HashSet<string> Names = new(Pairs.SelectMany(pair => new[] { pair.Take, pair.Release }));

    private readonly INamedTypeSymbol? _monitor = context.Type("System.Threading.Monitor");
    private readonly INamedTypeSymbol? _token = context.Type("System.Threading.CancellationToken");

    private readonly (INamedTypeSymbol Type, string Take, string Release)[] _pairs =
        Pairs.Select(pair => (Type: context.Type(pair.Type)!, pair.Take, pair.Release)).Where(pair => pair.Type is not null).ToArray();

    /// <summary>The names of all methods that release.</summary>
    public static IReadOnlyCollection<string> Releases { get; } = new HashSet<string>(Pairs.Select(pair => pair.Release));

    /// <summary>The lock call that an invocation is, or null.</summary>
    public LockCall? Of(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!Names.Contains(method.Name))
            return null;
        if (_monitor is not null && SymbolEqualityComparer.Default.Equals(method.ContainingType, _monitor))
        {
            // The overload with a flag is for code that looks at the flag.
            return method is { Name: "Enter" or "Exit", Parameters.Length: 1 } ? new LockCall(call, call.Arguments[0].Value.Unwrapped(), "Exit", method.Name == "Enter") : null;
        }

        if (call.Instance?.Type is not { } type)
            return null;
        foreach (var (owner, take, release) in _pairs)
        {
            if (!type.IsOrDerivesFrom(owner))
                continue;
            if (method.Name == take && method.Parameters.All(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, _token)))
                return new LockCall(call, call.Instance.Unwrapped(), release, true);
            if (method.Name == release)
                return new LockCall(call, call.Instance.Unwrapped(), release, false);
        }

        return null;
    }
}
