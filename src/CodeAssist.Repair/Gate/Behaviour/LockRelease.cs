using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>
/// Releases of a lock may come, or move into the finally block of a new try statement. All else stays in its order, runs
/// under the lock exactly where it did, and every path leaves without it.
/// </summary>
internal static class LockRelease
{
    private const EffectKinds Weighty = EffectKinds.Call | EffectKinds.Write | EffectKinds.Await | EffectKinds.Yield | EffectKinds.Dispose | EffectKinds.Lock;

    /// <summary>The first drift; null where the edit does nothing else than release.</summary>
    public static Drift? Find(IReadOnlyList<Effect> before, IReadOnlyList<Effect> after, IEnumerable<Effect> flagged)
    {
        var acquire = flagged.FirstOrDefault(effect => effect is { Kind: EffectKinds.Call, Syntax: InvocationExpressionSyntax });
        if (acquire?.Syntax is not InvocationExpressionSyntax call)
            return null;
        var old = new HeldPath(before, acquire, LockOf(call));
        var now = new HeldPath(after, acquire, LockOf(call));
        if (old.Releases.Count > 0 && now.Releases.FirstOrDefault(release => !old.Releases.Contains(release, Effect.Comparer) || !old.Releases.Exists(known => known.Syntax!.ToString() == release.Syntax!.ToString())) is { } other)
            return new Drift(other, Vanished: false);
        if (now.Leak is { } leak)
            return new Drift(leak, Vanished: false);
        for (var i = 0; i < Math.Max(old.Steps.Count, now.Steps.Count); i++)
        {
            if (i >= now.Steps.Count)
                return new Drift(old.Steps[i].Effect, Vanished: true);
            if (i >= old.Steps.Count)
                return new Drift(now.Steps[i].Effect, Vanished: false);
            var (was, isNow) = (old.Steps[i], now.Steps[i]);
            if (!Effect.Comparer.Equals(was.Effect, isNow.Effect))
                return new Drift(isNow.Effect, Vanished: false);

            // A value may come to be read under the lock, not without it.
            if ((was.IsHeld && !isNow.IsHeld && was.Effect.Kind == EffectKinds.Read) || (was.IsHeld != isNow.IsHeld && (was.Effect.Kind & Weighty) != 0))
                return new Drift(isNow.Effect, Vanished: false);
        }

        return null;
    }

    /// <summary>What a call locks or releases: its receiver, or the first argument of a static call.</summary>
    public static string LockOf(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && receiver.ToString() is not ("Monitor" or "System.Threading.Monitor")
            ? receiver.ToString()
            : call.ArgumentList.Arguments.FirstOrDefault()?.Expression.ToString() ?? string.Empty;

    // What runs, in order, and whether under the lock.
    private sealed class HeldPath
    {
        private readonly Stack<Frame> _frames = new();
        private readonly string _lock;
        private bool _held;

        public HeldPath(IReadOnlyList<Effect> effects, Effect acquire, string @lock)
        {
            _lock = @lock;
            var start = FirstIndex(effects, effect => Effect.Comparer.Equals(effect, acquire) && effect.Syntax is InvocationExpressionSyntax call && LockOf(call) == @lock);
            for (var i = 0; i < effects.Count; i++)
            {
                if (i == start)
                    _held = true;
                Step(effects, i);
            }

            // Who falls out at the end.
            if (_held && effects.Count > 0 && !effects.Reverse().SkipWhile(effect => effect.Mark == Mark.Close).Take(1).Any(effect => effect.Kind is EffectKinds.Jump or EffectKinds.Throw))
                Leak ??= effects[effects.Count - 1];
        }

        public List<(Effect Effect, bool IsHeld)> Steps { get; } = [];

        public List<Effect> Releases { get; } = [];

        public Effect? Leak { get; private set; }

        private void Step(IReadOnlyList<Effect> effects, int i)
        {
            var effect = effects[i];
            if (IsReleaseStatement(effect))
            {
                Release(effect);
                return;
            }

            if (effect.Mark == Mark.Open)
                _frames.Push(new Frame(_held, IsReleasingTry(effects, i)));
            else if (effect is { Kind: EffectKinds.Condition, Text: "else" } && _frames.Count > 0)
                Branch(_frames.Peek());
            else if (effect.Mark == Mark.Close && _frames.Count > 0)
                Close(_frames.Pop(), effect);
            else if (effect.Kind == EffectKinds.Throw || effect is { Kind: EffectKinds.Jump, Text: "return", Mark: Mark.None })
                Leave(effect);
            else if (effect is { Kind: EffectKinds.Jump, Mark: Mark.None } && _frames.Count > 0)
                _frames.Peek().HasLeft = true;
            if (!IsOfReleasingTry(effects, effect))
                Steps.Add((effect, _held));
        }

        private void Release(Effect effect)
        {
            if (effect.Kind != EffectKinds.Call)
                return;
            Releases.Add(effect);
            if (!_held)
                Leak ??= effect;
            _held = false;
        }

        private void Branch(Frame frame)
        {
            frame.Then = frame.HasLeft ? null : _held;
            frame.HasLeft = false;
            _held = frame.Held;
        }

        private void Close(Frame frame, Effect effect)
        {
            if (frame.IsReleasingTry)
                _held = false;
            else if (frame.HasLeft)
                _held = frame.Then ?? frame.Held;
            else if (frame.Then is { } then && then != _held)
                Leak ??= effect;
        }

        private void Leave(Effect effect)
        {
            if (_held && !_frames.Any(frame => frame.IsReleasingTry))
                Leak ??= effect;
            if (_frames.Count > 0)
                _frames.Peek().HasLeft = true;
        }

        private bool IsReleaseStatement(Effect effect) =>
            effect.Mark == Mark.None && effect.Syntax?.FirstAncestorOrSelf<ExpressionStatementSyntax>() is { Expression: InvocationExpressionSyntax call }
            && call.Span.Contains(effect.Span) && LockOf(call) == _lock && IsRelease(call);

        private static bool IsRelease(InvocationExpressionSyntax call) =>
            WantedName.LastName(call) is { } name && (name.StartsWith("Exit", StringComparison.Ordinal) || name.StartsWith("Release", StringComparison.Ordinal));

        private bool IsReleasingTry(IReadOnlyList<Effect> effects, int open) =>
            effects[open] is { Text: "try", Syntax: TryStatementSyntax { Finally.Block.Statements: [ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call }], Catches.Count: 0 } }
            && LockOf(call) == _lock && IsRelease(call);

        private bool IsOfReleasingTry(IReadOnlyList<Effect> effects, Effect effect) =>
            effect.Kind == EffectKinds.Catch && effects.Any(other => other is { Text: "try", Mark: Mark.Open, Syntax: TryStatementSyntax attempt } && IsReleasingTry([other], 0)
                && (effect == other || (effect.Text == "Try" && effect.Span.Start == attempt.Span.End) || (effect.Text == "finally" && effect.Span.Start == attempt.Finally!.Block.SpanStart)));

        private static int FirstIndex(IReadOnlyList<Effect> effects, Func<Effect, bool> holds) =>
            Enumerable.Range(0, effects.Count).Concat([effects.Count]).First(i => i == effects.Count || holds(effects[i]));

        private sealed class Frame(bool held, bool isReleasingTry)
        {
            public bool Held { get; } = held;

            public bool IsReleasingTry { get; } = isReleasingTry;

            public bool HasLeft { get; set; }

            public bool? Then { get; set; }
        }
    }
}
