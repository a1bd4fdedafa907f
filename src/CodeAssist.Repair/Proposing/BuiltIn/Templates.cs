namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>The list of all templates: a new one is one line here.</summary>
internal static class Templates
{
    public static IReadOnlyList<Template> All { get; } =
    [
        new AsyncVoidMethodTemplate(),
        new AwaitNullConditionalTemplate(),
        new DisposableLeakTemplate(),
        new DoubleDisposeTemplate(),
        new ExceptionDetailLostTemplate(),
        new ExceptionNotThrownTemplate(),
        new ForeachModifiesCollectionTemplate(),
        new FormatArgumentMismatchTemplate(),
        new ImpossibleClampTemplate(),
        new IndexPastEndTemplate(),
        new IntegerDivisionToFloatingPointTemplate(),
        new LockOnSharedObjectTemplate(),
        new LogWithoutExceptionTemplate(),
        new LostConditionalPrecedenceTemplate(),
        new NonShortCircuitOperatorTemplate(),
        new NullTaskReturnedTemplate(),
        new OddCheckIgnoresNegativesTemplate(),
        new OrderByTwiceTemplate(),
        new PropertyUsesWrongFieldTemplate(),
        new SwappedArgumentsTemplate(),
        new SyncCallInAsyncTemplate(),
        new TaskReturnedInsideUsingTemplate(),
        new TimeSpanComponentTemplate(),
        new UnsafeEventInvocationTemplate(),
        new WrongVariableAfterAsTemplate(),
    ];
}
