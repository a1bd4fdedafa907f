namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>The list of all templates: a new one is one line here.</summary>
internal static class Templates
{
    public static IReadOnlyList<Template> All { get; } =
    [
        new AssertHasSideEffectTemplate(),
        new AsyncVoidMethodTemplate(),
        new AwaitNullConditionalTemplate(),
        new DisposableLeakTemplate(),
        new DoubleDisposeTemplate(),
        new EqualsThrowsTemplate(),
        new ExceptionDetailLostTemplate(),
        new ExceptionNotThrownTemplate(),
        new ForeachModifiesCollectionTemplate(),
        new FormatArgumentMismatchTemplate(),
        new ImpossibleClampTemplate(),
        new IndexOfIgnoresFirstTemplate(),
        new IndexPastEndTemplate(),
        new IntegerDivisionToFloatingPointTemplate(),
        new LockOnSharedObjectTemplate(),
        new LogWithoutExceptionTemplate(),
        new LoopIncrementsWrongVariableTemplate(),
        new LostConditionalPrecedenceTemplate(),
        new MisleadingIndentationTemplate(),
        new NonShortCircuitOperatorTemplate(),
        new NullTaskReturnedTemplate(),
        new OddCheckIgnoresNegativesTemplate(),
        new OrderByTwiceTemplate(),
        new OverflowBeforeWideningTemplate(),
        new PropertyUsesWrongFieldTemplate(),
        new ReversedCompoundAssignmentTemplate(),
        new StaticInitializerOrderTemplate(),
        new SwappedArgumentsTemplate(),
        new SyncCallInAsyncTemplate(),
        new TaskReturnedInsideUsingTemplate(),
        new TimeSpanComponentTemplate(),
        new UnsafeEventInvocationTemplate(),
        new UselessIncrementTemplate(),
        new WrongVariableAfterAsTemplate(),
    ];
}
